using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Square's webhooks: HMAC-SHA256 over the notification URL and the raw body, base64 in <c>x-square-hmacsha256-signature</c>.
/// </summary>
/// <remarks>
/// Source: developer.squareup.com, "Verify and validate an event notification"; the tests of square/square-nodejs-sdk.
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "x-square-hmacsha256-signature",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{url}{body}"
)]
[EventFrom(JsonPath = "type")]
[KnownEvents(typeof(SquareEvents))]
[DeliveryIdFrom(JsonPath = "event_id")]
[SendsJson]
public sealed partial class SquareSignatureAttribute : SignatureAttribute;
