using Hooklatch.Http;

namespace Hooklatch.Configuration;

/// <summary>
/// Collects what is wrong with a plugin's configuration, so that an operator is told everything at once. A message names a path and what is
/// expected there, never the value, which may be a secret.
/// </summary>
internal sealed class ConfigProblems
{
    private readonly List<string> _messages = [];

    public bool IsEmpty => _messages.Count == 0;

    public void AddUnreadable(string path, string expected) =>
        _messages.Add($"The configuration value '{path}' cannot be read as {expected}.");

    public void AddMissing(string path) => _messages.Add($"The configuration value '{path}' is required.");

    /// <summary>A failure of the author's own code, such as a setter that throws: its message may repeat the value, so only its type is told.</summary>
    public void AddFailure(string section, Exception exception) =>
        _messages.Add($"The configuration '{section}' cannot be built: {exception.GetType().Name}.");

    /// <summary>What rules say, which know members as C# does: <c>Retry.Times</c>, <c>Tenants[acme].Name</c>.</summary>
    public void AddInvalid(string section, BindingErrors errors)
    {
        foreach (var (member, messages) in errors.ByParameter)
        {
            var path = member.Replace('.', ':').Replace("[", ":", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            _messages.AddRange(
                messages.Select(message => $"The configuration value '{section}:{path.TrimStart(':')}' is not valid: {message}")
            );
        }
    }

    public override string ToString() => string.Join(' ', _messages);
}
