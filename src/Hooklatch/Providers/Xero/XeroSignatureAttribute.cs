using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Xero's webhooks: HMAC-SHA256 over the raw body, base64 in <c>x-xero-signature</c>. The key is the webhook signing key, as it is written.
/// </summary>
/// <remarks>
/// Before Xero delivers, it sends requests with right and wrong signatures ("intent to receive") and demands 200 for the right ones, and 401 for the
/// wrong ones, neither with a body: a handler that returns nothing answers so. It demands a 200 without a body of every delivery, and
/// repeats one that was answered otherwise.
/// Source: developer.xero.com/documentation/guides/webhooks/configuring-your-server.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-xero-signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[InvalidStatus(401, HasNoBody = true)]
[QueuedStatus(200)]
public sealed partial class XeroSignatureAttribute : SignatureAttribute;
