using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Front's application webhooks: HMAC-SHA256 over the milliseconds in <c>X-Front-Request-Timestamp</c>, a colon and the raw
/// body, base64 in <c>X-Front-Signature</c>.
/// </summary>
/// <remarks>Source: dev.frontapp.com, "Application webhooks" (five minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Front-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{timestamp}:{body}")]
[TimestampFrom(Header = "X-Front-Request-Timestamp", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[Handshake(WhenHeader = "X-Front-Challenge", EchoHeader = "X-Front-Challenge")]
[SendsJson]
public sealed partial class FrontSignatureAttribute : SignatureAttribute;
