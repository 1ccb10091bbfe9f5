using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Slack's requests: HMAC-SHA256 over <c>v0:</c>, the timestamp, a colon and the raw body, hexadecimal in
/// <c>X-Slack-Signature</c> after <c>v0=</c>. Interactive payloads come as the field <c>payload</c> of a form.
/// </summary>
/// <remarks>Source: docs.slack.dev, "Verifying requests from Slack" (five minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Slack-Signature", Prefix = "v0=", SignedContent = "v0:{timestamp}:{body}")]
[TimestampFrom(Header = "X-Slack-Request-Timestamp", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "event.type|type")]
[KnownEvents(typeof(SlackEvents))]
[DeliveryIdFrom(JsonPath = "event_id")]
[Handshake(WhenJsonPath = "type", WhenEquals = "url_verification", EchoJsonPath = "challenge")]
[FormEnvelope("payload")]
[Setup(
    "https://docs.slack.dev/apis/events-api/",
    "Open your app at api.slack.com/apps, copy the Signing Secret under Basic Information, App Credentials, and configure it as {setting}. Slack asks for the URL at once, so this comes first.",
    "Under Event Subscriptions turn events on and paste {url} as the Request URL; it has to become Verified.",
    "Subscribe to bot events, and save. For buttons and dialogs paste the URL under Interactivity & Shortcuts, for commands under Slash Commands.",
    "Install the app to the workspace, again after each change of what it subscribes to."
)]
public sealed partial class SlackSignatureAttribute : SignatureAttribute;
