using Microsoft.Extensions.Logging;

namespace Hooklatch.TestKit.Logging;

/// <summary>One entry of a <see cref="CapturedLog"/>.</summary>
/// <param name="Rest">The exception and the scopes.</param>
internal sealed record LogEntry(
    string Category,
    LogLevel Level,
    string Event,
    string Message,
    IReadOnlyDictionary<string, object?> Fields,
    string Rest
)
{
    /// <summary>Everything that a sink could write.</summary>
    public string Everything => $"{Category} {Level} {Event} {Message} {string.Join(' ', Fields)} {Rest}";
}
