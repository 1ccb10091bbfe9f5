using Hooklatch.Endpoints;
using Hooklatch.Verification;

namespace Hooklatch.Hosting;

/// <summary>Whether an endpoint can verify what it is sent, in the words of the reports at the start.</summary>
internal static class Readiness
{
    public const string Ready = "ready";
    public const string NeedsSecret = "needs secret";
    public const string NeedsUrl = "needs public URL";

    /// <summary>The setting by which a plugin says its URL.</summary>
    private const string PublicUrl = "PublicUrl";

    public static string Of(WebhookEndpoint webhook) =>
        SignedUrl.IsExactForMany(webhook.Plugin, webhook.Template)
            ? NeedsUrl
            : webhook.Sender.Verifier.MissingSecret switch
            {
                null => Ready,
                PublicUrl => NeedsUrl,
                _ => NeedsSecret,
            };
}
