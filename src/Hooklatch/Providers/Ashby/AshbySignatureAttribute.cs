using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Ashby's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>Ashby-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: developers.ashbyhq.com, "Authenticating webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Ashby-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "action")]
[SendsJson]
public sealed partial class AshbySignatureAttribute : SignatureAttribute;
