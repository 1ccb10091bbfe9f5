using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Brex's webhooks: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the <c>v1</c> entries of
/// <c>Webhook-Signature</c>, of which there are two while a secret is rotated. The key is base64, as Brex's API lists it.
/// </summary>
/// <remarks>Source: developer.brex.com/docs/webhooks, "Webhooks"; docs.svix.com, "Verifying payloads: how" (five minutes).</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "webhook-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "whsec_"
)]
[TimestampFrom(Header = "webhook-timestamp", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "event_type")]
[DeliveryIdFrom(Header = "webhook-id")]
[SendsJson]
public sealed partial class BrexSignatureAttribute : SignatureAttribute;
