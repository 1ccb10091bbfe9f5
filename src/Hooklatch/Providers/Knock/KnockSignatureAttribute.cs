using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Knock's outbound webhooks: HMAC-SHA256 over the timestamp in milliseconds, a dot and the raw body, base64 in
/// <c>x-knock-signature</c> (<c>t=…,s=…</c>).
/// </summary>
/// <remarks>
/// <para>The documented payload has no id of its own, only its message's: a delivery that comes again runs again.</para>
/// Source: docs.knock.app, "Outbound webhooks" (five minutes).
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "x-knock-signature",
    Field = "s",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{timestamp}.{body}"
)]
[TimestampFrom(Field = "t", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[SendsJson]
public sealed partial class KnockSignatureAttribute : SignatureAttribute;
