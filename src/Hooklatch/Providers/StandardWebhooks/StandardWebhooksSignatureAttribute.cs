using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Standard Webhooks' deliveries, version 1: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the
/// <c>v1</c> entries of <c>webhook-signature</c>. The key is base64, after <c>whsec_</c>; other versions are ignored.
/// </summary>
/// <remarks>Source: the specification of Standard Webhooks (five minutes in its reference libraries).</remarks>
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
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(Header = "webhook-id")]
[SendsJson]
public sealed partial class StandardWebhooksSignatureAttribute : SignatureAttribute;
