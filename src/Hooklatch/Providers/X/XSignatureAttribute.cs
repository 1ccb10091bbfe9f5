using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies X's webhooks: HMAC-SHA256 over the raw body, base64 in <c>x-twitter-webhooks-signature</c> after <c>sha256=</c>. The key is
/// the consumer secret, which also answers the challenge-response check.
/// </summary>
/// <remarks>
/// <para>
/// X wants a 200 within ten seconds (https://docs.x.com/x-api/webhooks/introduction).
/// </para>
/// Source: docs.x.com, "Webhooks quickstart".
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "x-twitter-webhooks-signature",
    Prefix = "sha256=",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}"
)]
[Handshake(
    Method = "GET",
    WhenQuery = "crc_token",
    EchoQuery = "crc_token",
    Mac = HandshakeMac.HmacSha256Base64,
    ContentType = "application/json",
    Body = "{\"response_token\": \"sha256={mac}\"}"
)]
[QueuedStatus(200)]
public sealed partial class XSignatureAttribute : SignatureAttribute;
