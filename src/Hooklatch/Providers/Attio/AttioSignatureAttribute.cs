using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Attio's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>Attio-Signature</c>. The same value in
/// <c>X-Attio-Signature</c> is ignored.
/// </summary>
/// <remarks>Source: docs.attio.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Attio-Signature", SignedContent = "{body}")]
[DeliveryIdFrom(Header = "Idempotency-Key")]
public sealed partial class AttioSignatureAttribute : SignatureAttribute;
