using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Vercel's webhooks and log drains: HMAC-SHA1 over the raw body, hexadecimal in <c>x-vercel-signature</c>.
/// </summary>
/// <remarks>Source: vercel.com/docs, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "x-vercel-signature", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
public sealed partial class VercelSignatureAttribute : SignatureAttribute;
