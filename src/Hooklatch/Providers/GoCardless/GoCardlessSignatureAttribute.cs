using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies GoCardless's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>Webhook-Signature</c>. GoCardless wants an invalid
/// signature answered with 498.
/// </summary>
/// <remarks>Source: developer.gocardless.com, "Appendix: webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Webhook-Signature", SignedContent = "{body}")]
[InvalidStatus(498)]
public sealed partial class GoCardlessSignatureAttribute : SignatureAttribute;
