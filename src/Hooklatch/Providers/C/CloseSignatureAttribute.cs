using Hooklatch.Verification;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Close's webhooks: HMAC-SHA256 over <c>close-sig-timestamp</c> and the raw body, hexadecimal in <c>close-sig-hash</c>. The
/// key is hexadecimal.
/// </summary>
/// <remarks>Source: developer.close.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "close-sig-hash", SignedContent = "{timestamp}{body}", KeyEncoding = KeyEncoding.Hex)]
[TimestampFrom(Header = "close-sig-timestamp")]
[EventFrom(JsonPath = "event.object_type", ActionJsonPath = "event.action")]
[DeliveryIdFrom(JsonPath = "event.id")]
public sealed class CloseSignatureAttribute : SignatureAttribute;
