using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Clio's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hook-Signature</c>. The secret comes in
/// <c>X-Hook-Secret</c> when the webhook is created and is echoed.
/// </summary>
/// <remarks>Source: docs.developers.clio.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hook-Signature", SignedContent = "{body}")]
[EventFrom(JsonPath = "meta.event")]
[Handshake(WhenHeader = "X-Hook-Secret", EchoHeader = "X-Hook-Secret", ReplyHeader = "X-Hook-Secret", InstallsSecret = true)]
[SendsJson]
public sealed partial class ClioSignatureAttribute : SignatureAttribute;
