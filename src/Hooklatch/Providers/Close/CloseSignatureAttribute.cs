using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Close's webhooks: HMAC-SHA256 over <c>close-sig-timestamp</c> and the raw body, hexadecimal in <c>close-sig-hash</c>. The
/// key is hexadecimal.
/// </summary>
/// <remarks>
/// <para>
/// What is done to one object within a short time becomes part of an event that exists already, under its id and with another
/// <c>date_updated</c>. Only the same body with the same timestamp is a copy.
/// </para>
/// Source: developer.close.com, "Webhooks" and "Event Log".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "close-sig-hash", SignedContent = "{timestamp}{body}", KeyEncoding = KeyEncoding.Hex)]
[TimestampFrom(Header = "close-sig-timestamp")]
[EventFrom(JsonPath = "event.object_type", ActionJsonPath = "event.action")]
[DeliveryIdFrom(JsonPath = "event.id", WithSignedText = true)]
[SendsJson]
public sealed partial class CloseSignatureAttribute : SignatureAttribute;
