namespace Hooklatch.Http;

/// <summary>Where webhooks are served: <c>{prefix}/{plugin}/webhook{endpoint}</c>.</summary>
internal static class WebhookPath
{
    /// <summary>What stands between the plugin's key and the endpoint.</summary>
    private const string Webhook = "/webhook";

    /// <summary>Where an endpoint is served.</summary>
    public static string Of(string prefix, string plugin, string endpoint) => $"{prefix}/{plugin}{Webhook}{endpoint}";

    /// <summary>The key of the plugin that a path names; empty where it names none.</summary>
    public static ReadOnlySpan<char> KeyIn(string prefix, ReadOnlySpan<char> path)
    {
        var rest = Below(prefix, path);
        var end = rest.IndexOf('/');
        return end < 0 ? default : rest[..end];
    }

    /// <summary>The endpoint that a path names, below its plugin; empty where it names none.</summary>
    public static ReadOnlySpan<char> EndpointIn(string prefix, ReadOnlySpan<char> path)
    {
        var key = KeyIn(prefix, path);
        var rest = key.IsEmpty ? default : Below(prefix, path)[key.Length..];
        return rest.StartsWith(Webhook, StringComparison.Ordinal) ? rest[Webhook.Length..] : default;
    }

    /// <summary>Whether a text can be the prefix of all webhooks: segments of letters, digits and <c>-._~</c>.</summary>
    public static bool IsPrefix(string? prefix)
    {
        var segments = (prefix ?? "").Split('/');
        return segments is ["", _, ..]
            && segments[1..]
                .All(segment =>
                    segment is not ("" or "." or "..")
                    && segment.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' or '~')
                )
            && !segments[1].Equals("plugins", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What follows the prefix and its slash.</summary>
    private static ReadOnlySpan<char> Below(string prefix, ReadOnlySpan<char> path) =>
        path.Length > prefix.Length && path[prefix.Length] == '/' && path.StartsWith(prefix, StringComparison.Ordinal)
            ? path[(prefix.Length + 1)..]
            : default;
}
