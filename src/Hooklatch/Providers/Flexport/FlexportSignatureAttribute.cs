using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Flexport's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature-256</c> after <c>sha256=</c>. The
/// older <c>X-Hub-Signature</c> (SHA-1) that Flexport sends beside it is ignored.
/// </summary>
/// <remarks>Source: developers.flexport.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature-256", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[SendsJson]
public sealed partial class FlexportSignatureAttribute : SignatureAttribute;
