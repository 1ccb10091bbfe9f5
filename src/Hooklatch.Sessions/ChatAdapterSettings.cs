using System.Collections.Concurrent;
using System.Globalization;
using Hooklatch.Sessions.Http;
using Hooklatch.Sessions.Sending;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Sessions;

/// <summary>
/// The settings of one configured adapter: the section <c>Hooklatch:Sessions:{name}</c>. What cannot be read is a
/// <see cref="ChatException"/> that names the setting, never its value, which may be a secret.
/// </summary>
public sealed class ChatAdapterSettings
{
    /// <summary>The section that holds one section for each adapter.</summary>
    public const string Section = "Hooklatch:Sessions";

    /// <summary>A shorter part of a URL is a word: services say "not found" of more than one thing.</summary>
    private const int MinSecretLength = 8;

    private readonly IConfigurationSection _section;
    private readonly string _values;
    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.OrdinalIgnoreCase);

    internal ChatAdapterSettings(IConfigurationSection section)
    {
        _section = section;
        _values = string.Join('\0', section.AsEnumerable(makePathsRelative: true).Select(entry => $"{entry.Key}\0{entry.Value}"));
    }

    /// <summary>The settings that were asked for, and whether they are arrays.</summary>
    internal IEnumerable<KeyValuePair<string, bool>> Keys => _keys;

    /// <summary>The name of the adapter, as in chat keys.</summary>
    public string Name => _section.Key;

    /// <summary>A setting's text, or <see langword="null"/> where it is missing or blank.</summary>
    /// <param name="key">The name of the setting.</param>
    public string? Text(string key)
    {
        _keys.TryAdd(key, false);
        return _section[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>A token or password, or <see langword="null"/> where it is missing or blank. It appears in no message of an error.</summary>
    /// <param name="key">The name of the setting.</param>
    /// <exception cref="ChatException">It holds a space or a character that no header may hold.</exception>
    public string? Secret(string key)
    {
        if (Text(key) is not { } secret)
        {
            return null;
        }

        _secrets.TryAdd(secret, secret);
        return secret.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw Invalid(key, "one word of printable ASCII, without spaces and quotes around it")
            : secret;
    }

    /// <summary>An address, or <see langword="null"/> where it is missing or blank. Its path and query appear in no message of an error.</summary>
    /// <param name="key">The name of the setting.</param>
    /// <exception cref="ChatException">It is not an absolute http or https URL.</exception>
    public Uri? Url(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw Invalid(key, "an absolute http or https URL, such as https://chat.example.com/hook");
        }

        // The URL of an incoming webhook is its secret, and so is a token in a query. The host is none, and errors of the network name it.
        foreach (
            var part in $"{text}/{url.UserInfo}"
                .Split(['/', '?', '&', '=', ':', '@'])
                .Where(part => part.Length >= MinSecretLength && !part.Equals(url.Host, StringComparison.OrdinalIgnoreCase))
        )
        {
            _secrets.TryAdd(part, part);
        }

        return url;
    }

    /// <summary>What is wrong with a setting that the adapter needs and does not find.</summary>
    /// <param name="key">The name of the setting.</param>
    public ChatException Missing(string key) => new(ChatFailure.NotConfigured, $"{_section.Path}:{key} is not configured.");

    /// <summary>What is wrong with a setting that the adapter cannot use.</summary>
    /// <param name="key">The name of the setting.</param>
    /// <param name="expected">What it must be, to follow "must be".</param>
    public ChatException Invalid(string key, string expected) =>
        new(ChatFailure.NotConfigured, $"{_section.Path}:{key} must be {expected}.");

    /// <summary>
    /// What a service says, as it may stand in an error: one line of at most 200 characters, without the secrets that it may repeat. They are also found
    /// where they are percent-encoded, escaped as in JSON or HTML, hexadecimal or base64, as a whole or in part.
    /// </summary>
    /// <param name="text">The service's words.</param>
    public string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ChatText.Line(Redact(text.Trim()));
    }

    /// <summary>The text without the secrets, however they are encoded in it.</summary>
    internal string Redact(string text) => SecretRedaction.Redact(text, _secrets.Keys);

    internal int Number(string key, int otherwise) =>
        Text(key) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid(key, $"a whole number from 0 to {int.MaxValue}, such as {otherwise}");

    internal TimeSpan Duration(string key, TimeSpan otherwise) =>
        Text(key) is not { } text ? otherwise
        // A number alone would be days, whatever its author meant.
        : text.Contains(':', StringComparison.Ordinal)
        && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
        && time > TimeSpan.Zero
        && time <= TimeSpan.FromDays(1)
            ? time
        : throw Invalid(key, $"a time of more than 0 and at most a day, written as hh:mm:ss, such as {otherwise:c}");

    /// <summary>The entries of an array; a single value is an array of one.</summary>
    internal string[] Texts(string key)
    {
        _keys[key] = true;
        var section = _section.GetSection(key);
        return [.. section.GetChildren().Prepend(section).Select(entry => entry.Value?.Trim() ?? "").Where(entry => entry.Length > 0)];
    }

    internal ChatException Unusable(string reason, Exception? exception = null) =>
        new(ChatFailure.NotConfigured, $"{_section.Path}: {reason}.", exception);

    /// <summary>Whether both were read of the same section in the same state.</summary>
    internal bool IsSameAs(ChatAdapterSettings other) => _values == other._values;
}
