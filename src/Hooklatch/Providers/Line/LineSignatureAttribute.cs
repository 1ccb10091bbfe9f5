using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies LINE's webhooks: HMAC-SHA256 over the raw body, base64 in <c>x-line-signature</c>. The key is the channel secret.
/// </summary>
/// <remarks>
/// <para>
/// LINE takes any status but 200 for an error of the server: "Error notification"
/// (https://developers.line.biz/en/docs/partner-docs/error-notification).
/// </para>
/// Source: developers.line.biz, "Verify webhook signature"; the tests of line/line-bot-sdk-nodejs.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-line-signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[QueuedStatus(200)]
public sealed partial class LineSignatureAttribute : SignatureAttribute;
