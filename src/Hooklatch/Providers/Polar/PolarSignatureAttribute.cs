using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Polar's webhooks: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the <c>v1</c> entries of
/// <c>webhook-signature</c>. The secret is used as it is written, where others decode it.
/// </summary>
/// <remarks>Source: polar.sh/docs, "Webhook delivery".</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "webhook-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}"
)]
[TimestampFrom(Header = "webhook-timestamp", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[KnownEvents(typeof(PolarEvents))]
[DeliveryIdFrom(Header = "webhook-id")]
public sealed partial class PolarSignatureAttribute : SignatureAttribute;
