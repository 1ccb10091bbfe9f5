using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Typeform's webhooks: HMAC-SHA256 over the raw body, base64 in <c>Typeform-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>
/// <para>
/// Typeform calls <c>event_id</c> "Unique ID for the webhook" and does not say that each delivery has its own. Only the same body is a copy.
/// </para>
/// Source: typeform.com/developers, "Secure your webhooks" and "Example payload".
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "Typeform-Signature",
    Prefix = "sha256=",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}"
)]
[EventFrom(JsonPath = "event_type")]
[KnownEvents(typeof(TypeformEvents))]
[DeliveryIdFrom(JsonPath = "event_id", WithSignedText = true)]
[SendsJson]
public sealed partial class TypeformSignatureAttribute : SignatureAttribute;
