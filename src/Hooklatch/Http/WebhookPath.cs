namespace Hooklatch.Http;

/// <summary>Where webhooks are served.</summary>
internal static class WebhookPath
{
    /// <summary>What every webhook's path starts with.</summary>
    public const string Prefix = "/api/plugin/";

    /// <summary>What stands between the plugin's key and the endpoint.</summary>
    private const string Webhook = "/webhook";

    /// <summary>Where an endpoint is served.</summary>
    public static string Of(string plugin, string endpoint) => $"{Prefix}{plugin}{Webhook}{endpoint}";

    /// <summary>The key of the plugin that a path names; empty where it names none.</summary>
    public static ReadOnlySpan<char> KeyIn(ReadOnlySpan<char> path)
    {
        var rest = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : default;
        var end = rest.IndexOf('/');
        return end < 0 ? default : rest[..end];
    }

    /// <summary>The endpoint that a path names, below its plugin; empty where it names none.</summary>
    public static ReadOnlySpan<char> EndpointIn(ReadOnlySpan<char> path)
    {
        var key = KeyIn(path);
        var rest = key.IsEmpty ? default : path[(Prefix.Length + key.Length)..];
        return rest.StartsWith(Webhook, StringComparison.Ordinal) ? rest[Webhook.Length..] : default;
    }
}
