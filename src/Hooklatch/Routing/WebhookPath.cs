using Hooklatch.Pipeline;

namespace Hooklatch.Routing;

/// <summary>Where webhooks are served.</summary>
internal static class WebhookPath
{
    /// <summary>What every webhook's path starts with.</summary>
    public const string Prefix = "/api/plugin/";

    public static string Of(WebhookHandler webhook) => $"{Prefix}{webhook.Plugin.Key}/webhook{webhook.Endpoint}";
}
