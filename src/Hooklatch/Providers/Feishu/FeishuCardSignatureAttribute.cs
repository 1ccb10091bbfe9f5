using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Feishu's and Lark's cards, which is what they send when someone uses one: SHA-1 over timestamp, nonce, Verification Token and raw body, hexadecimal in
/// <c>X-Lark-Signature</c>. <see cref="SignatureAttribute.Secret"/> is the Verification Token. No tolerance is stated: set
/// <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </summary>
/// <remarks>Events are signed otherwise: <see cref="FeishuSignatureAttribute"/>. Source: larksuite/node-sdk.</remarks>
[DigestScheme(DigestAlgorithm.Sha1, Header = "X-Lark-Signature", SignedContent = "{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}")]
[TimestampFrom(Header = "X-Lark-Request-Timestamp")]
public sealed partial class FeishuCardSignatureAttribute : SignatureAttribute;
