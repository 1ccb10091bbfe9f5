using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies ElevenLabs' webhooks: HMAC-SHA256 over the timestamp, a dot and the raw body, hexadecimal in <c>ElevenLabs-Signature</c>
/// (<c>t=…,v0=…</c>).
/// </summary>
/// <remarks>
/// <para>
/// ElevenLabs wants a 200, and may disable a webhook that often answers otherwise: "Webhooks"
/// (https://elevenlabs.io/docs/product-guides/administration/webhooks).
/// </para>
/// Source: elevenlabs.io/docs, "Webhooks" (thirty minutes).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "ElevenLabs-Signature", Field = "v0", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 1800)]
[EventFrom(JsonPath = "type")]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class ElevenLabsSignatureAttribute : SignatureAttribute;
