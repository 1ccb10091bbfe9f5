using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign the body and a timestamp of a header of its own.</summary>
internal static class TimestampSignatureHooks
{
    [Webhook("/airwallex", Methods = ["POST"])]
    [AirwallexSignature(Secret = nameof(ProvidersConfig.AirwallexSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Airwallex(WebhookContext context) => Verified.By("airwallex", context);

    [Webhook("/akeneo", Methods = ["POST"])]
    [AkeneoSignature(Secret = nameof(ProvidersConfig.AkeneoSecret))]
    public static Task<Verified> Akeneo(WebhookContext context) => Verified.By("akeneo", context);

    [Webhook("/box", Methods = ["POST"])]
    [BoxSignature(Secret = nameof(ProvidersConfig.BoxSecret))]
    public static Task<Verified> Box(WebhookContext context) => Verified.By("box", context);

    [Webhook("/close", Methods = ["POST"])]
    [CloseSignature(Secret = nameof(ProvidersConfig.CloseSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Close(WebhookContext context) => Verified.By("close", context);

    [Webhook("/customer-io", Methods = ["POST"])]
    [CustomerIoSignature(Secret = nameof(ProvidersConfig.CustomerIoSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> CustomerIo(WebhookContext context) => Verified.By("customer-io", context);

    [Webhook("/front", Methods = ["POST"])]
    [FrontSignature(Secret = nameof(ProvidersConfig.FrontSecret))]
    public static Task<Verified> Front(WebhookContext context) => Verified.By("front", context);

    [Webhook("/grafana-timestamp", Methods = ["POST"])]
    [GrafanaSignature(
        Secret = nameof(ProvidersConfig.GrafanaTimestampSecret),
        TimestampHeader = "X-Grafana-Alerting-Timestamp",
        ToleranceSeconds = 300
    )]
    public static Task<Verified> GrafanaTimestamp(WebhookContext context) => Verified.By("grafana-timestamp", context);

    [Webhook("/iron", Methods = ["POST"])]
    [IronSignature(Secret = nameof(ProvidersConfig.IronSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Iron(WebhookContext context) => Verified.By("iron", context);

    [Webhook("/slack", Methods = ["POST"])]
    [SlackSignature(Secret = nameof(ProvidersConfig.SlackSecret))]
    public static Task<Verified> Slack(WebhookContext context) => Verified.By("slack", context);

    [Webhook("/twitch", Methods = ["POST"])]
    [TwitchSignature(Secret = nameof(ProvidersConfig.TwitchSecret))]
    public static Task<Verified> Twitch(WebhookContext context) => Verified.By("twitch", context);

    [Webhook("/zendesk", Methods = ["POST"])]
    [ZendeskSignature(Secret = nameof(ProvidersConfig.ZendeskSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Zendesk(WebhookContext context) => Verified.By("zendesk", context);

    [Webhook("/zoom", Methods = ["POST"])]
    [ZoomSignature(Secret = nameof(ProvidersConfig.ZoomSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Zoom(WebhookContext context) => Verified.By("zoom", context);
}
