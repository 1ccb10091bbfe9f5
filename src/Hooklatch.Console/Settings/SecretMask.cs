using Microsoft.Extensions.Configuration;

namespace Hooklatch.Console.Settings;

/// <summary>Takes the configured values out of a text that others wrote, such as the message of an exception of a plugin.</summary>
internal sealed class SecretMask(IConfiguration configuration)
{
    private const string Mask = "***";

    /// <summary>A shorter value is a word of any message.</summary>
    private const int MinLength = 4;

    private const int MaxText = 2000;

    /// <summary>What an exception says, with its type.</summary>
    public string Of(Exception error) => $"{error.GetType().Name}: {Of(error.Message)}";

    /// <summary>A text without what may be a secret of the configuration: each value below <c>Plugins</c>, and each whose name is one of secrets.</summary>
    public string Of(string text)
    {
        var masked = text.Length > MaxText ? text[..MaxText] + " …" : text;
        foreach (var value in Values().Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length))
        {
            masked = masked.Replace(value, Mask, StringComparison.Ordinal);
        }

        return masked;
    }

    private IEnumerable<string> Values() =>
        configuration
            .AsEnumerable()
            .Where(entry => entry.Key.StartsWith("Plugins:", StringComparison.OrdinalIgnoreCase) || SecretNames.IsLike(entry.Key))
            .SelectMany(entry => (entry.Value ?? "").Split('\n', StringSplitOptions.TrimEntries))
            .Where(value => value.Length >= MinLength && !bool.TryParse(value, out _));
}
