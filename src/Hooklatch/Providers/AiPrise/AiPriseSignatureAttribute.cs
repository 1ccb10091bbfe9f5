using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies AiPrise's callbacks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-HMAC-SIGNATURE</c>. The key is the API's private
/// key.
/// </summary>
/// <remarks>Source: docs.aiprise.com, "Callbacks authentication".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-HMAC-SIGNATURE", SignedContent = "{body}")]
[EventFrom(JsonPath = "aiprise_summary.verification_result")]
[SendsJson]
public sealed partial class AiPriseSignatureAttribute : SignatureAttribute;
