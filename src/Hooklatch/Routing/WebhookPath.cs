namespace Hooklatch.Routing;

/// <summary>Where webhooks are served.</summary>
internal static class WebhookPath
{
    /// <summary>What every webhook's path starts with.</summary>
    public const string Prefix = "/api/plugin/";

    /// <summary>The key of the plugin that a path names; empty where it names none.</summary>
    public static ReadOnlySpan<char> KeyIn(ReadOnlySpan<char> path)
    {
        var rest = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : default;
        var end = rest.IndexOf('/');
        return end < 0 ? default : rest[..end];
    }
}
