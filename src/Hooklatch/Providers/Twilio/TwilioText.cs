using System.Text;

namespace Hooklatch.Providers;

/// <summary>The text that Twilio signs.</summary>
internal static class TwilioText
{
    /// <summary>The fields by name, each name before each of its values; equal values of one name count once.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="equality">When two fields are one. Default: when name and value are equal.</param>
    public static string Of(List<KeyValuePair<string, string>> fields, IEqualityComparer<(string, string)>? equality = null)
    {
        var text = new StringBuilder();
        foreach (
            var (name, value) in fields
                .DistinctBy(field => (field.Key, field.Value), equality)
                .OrderBy(field => field.Key, StringComparer.Ordinal)
                .ThenBy(field => field.Value, StringComparer.Ordinal)
        )
        {
            text.Append(name).Append(value);
        }

        return text.ToString();
    }

    /// <summary>The URL without a port, and with its own or that of its scheme: Twilio signs now one, now the other.</summary>
    public static string[] WithAndWithoutPort(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return [url];
        }

        start += 3;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        end = end < 0 ? url.Length : end;
        var authority = url[start..end];
        var host = authority.LastIndexOf('@') + 1;
        var colon = authority.LastIndexOf(':');
        // The colons of an IPv6 address stand before its bracket, those of a password before the host.
        var hasPort = colon > authority.LastIndexOf(']') && colon >= host;
        var standard = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return hasPort ? [url, url[..start] + authority[..colon] + url[end..]] : [url, url[..end] + standard + url[end..]];
    }
}
