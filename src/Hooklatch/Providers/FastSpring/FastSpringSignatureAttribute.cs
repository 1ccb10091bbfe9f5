using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies FastSpring's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-FS-Signature</c>.</summary>
/// <remarks>Source: developer.fastspring.com, "Message security".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-FS-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
public sealed partial class FastSpringSignatureAttribute : SignatureAttribute;
