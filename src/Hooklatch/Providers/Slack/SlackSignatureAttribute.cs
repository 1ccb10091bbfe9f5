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
public sealed partial class SlackSignatureAttribute : SignatureAttribute;
