using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Ascend's webhooks: HMAC-SHA256 over the timestamp, a colon and the raw body, hexadecimal in <c>X-Ascend-Signature</c>
/// (<c>t=…,v1=…</c>).
/// </summary>
/// <remarks>Source: developers.useascend.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Ascend-Signature", Field = "v1", SignedContent = "{timestamp}:{body}")]
[TimestampFrom(Field = "t")]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class AscendSignatureAttribute : SignatureAttribute;
