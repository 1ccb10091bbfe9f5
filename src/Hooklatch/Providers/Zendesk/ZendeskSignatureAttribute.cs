using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Zendesk's webhooks: HMAC-SHA256 over <c>X-Zendesk-Webhook-Signature-Timestamp</c> and the raw body, base64 in
/// <c>X-Zendesk-Webhook-Signature</c>. The secret is used as it is written. Zendesk writes the timestamp as RFC 3339; tools that replay
/// its deliveries write seconds, so both are read.
/// </summary>
/// <remarks>Source: developer.zendesk.com, "Verifying webhooks"; the tests of webhookx-io/webhookx.</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-Zendesk-Webhook-Signature",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{timestamp}{body}"
)]
[TimestampFrom(Header = "X-Zendesk-Webhook-Signature-Timestamp", Unit = TimeUnit.SecondsOrIso8601)]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(Header = "X-Zendesk-Webhook-Invocation-Id")]
[SendsJson]
public sealed partial class ZendeskSignatureAttribute : SignatureAttribute;
