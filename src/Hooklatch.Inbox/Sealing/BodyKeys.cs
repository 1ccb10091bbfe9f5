using Microsoft.Extensions.Configuration;

namespace Hooklatch.Inbox.Sealing;

/// <summary>The keys that stored bodies are sealed with, as the configuration has them at one moment.</summary>
internal sealed class BodyKeys
{
    /// <summary>The setting that names the key of what is sealed from now on.</summary>
    public const string Active = "Key";

    /// <summary>The section of the keys by their ids.</summary>
    public const string All = "Keys";

    /// <summary>The longest id.</summary>
    public const int MaxIdLength = 64;

    private const int KeyLength = 32;

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.OrdinalIgnoreCase);

    private BodyKeys() { }

    /// <summary>The id of the key that seals; <see langword="null"/> where nothing is sealed.</summary>
    public string? ActiveId { get; private init; }

    /// <summary>A key; <see langword="null"/> for one that is not configured.</summary>
    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>Reads the keys.</summary>
    /// <param name="inbox">The section <c>Hooklatch:Inbox</c>.</param>
    /// <param name="problems">Gets what is wrong with them, without a byte of a key.</param>
    public static BodyKeys Read(IConfigurationSection inbox, ICollection<string> problems)
    {
        var active = inbox[Active]?.Trim();
        var keys = new BodyKeys { ActiveId = string.IsNullOrEmpty(active) ? null : active };
        foreach (var entry in inbox.GetSection(All).GetChildren())
        {
            // A key that is blank is none, like every other secret.
            if (string.IsNullOrWhiteSpace(entry.Value))
            {
                continue;
            }

            if (!IsId(entry.Key))
            {
                problems.Add(
                    $"{entry.Path} is no name of a key: use 1 to {MaxIdLength} letters without accents, digits, dots, underscores and hyphens"
                );
            }
            else if (KeyOf(entry.Value) is { } key)
            {
                keys._keys[entry.Key] = key;
            }
            else
            {
                problems.Add($"{entry.Path} must be {KeyLength} bytes as base64, such as 'openssl rand -base64 {KeyLength}' makes them");
            }
        }

        if (keys.ActiveId is { } id && keys.Find(id) is null && problems.Count == 0)
        {
            problems.Add(
                $"{inbox.Path}:{Active} names the key {(IsId(id) ? id : "of an impossible name")}, and {inbox.Path}:{All} has no such key"
            );
        }

        return keys;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= MaxIdLength && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private static byte[]? KeyOf(string text)
    {
        var key = new byte[KeyLength + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == KeyLength ? key[..KeyLength] : null;
    }
}
