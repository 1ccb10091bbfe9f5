using Hooklatch.Verification;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Typeform's webhooks: HMAC-SHA256 over the raw body, base64 in <c>Typeform-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: typeform.com/developers, "Secure your webhooks".</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "Typeform-Signature",
    Prefix = "sha256=",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}"
)]
[EventFrom(JsonPath = "event_type")]
[DeliveryIdFrom(JsonPath = "event_id")]
public sealed class TypeformSignatureAttribute : SignatureAttribute;
