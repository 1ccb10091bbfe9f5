using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Polar's webhooks: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the <c>v1</c> entries of
/// <c>webhook-signature</c>. A secret that Polar generated since 2026-09-08 is base64, after <c>whsec_</c>; an older one, and one that the merchant
/// chose, is used as it is written.
/// </summary>
/// <remarks>
/// A secret does not tell which it is, since older ones begin alike: either key verifies, as in Polar's own SDK. Without anything else said, requests for
/// tests are signed with the decoded one, if there is one.
/// Source: polar.sh/docs/integrate/webhooks/delivery; github.com/polarsource/polar/pull/14117 and /14400; @polar-sh/sdk 1.0.1, webhooks.
/// </remarks>
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
[SendsJson]
public sealed partial class PolarSignatureAttribute : SignatureAttribute;
