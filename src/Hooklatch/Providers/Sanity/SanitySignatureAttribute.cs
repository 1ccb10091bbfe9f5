using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Sanity's webhooks: HMAC-SHA256 over the timestamp in milliseconds, a dot and the raw body, base64url in
/// <c>sanity-webhook-signature</c> (<c>t=…,v1=…</c>).
/// </summary>
/// <remarks>Source: sanity.io/docs, "Webhooks"; the source of sanity-io/webhook-toolkit.</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "sanity-webhook-signature",
    Field = "v1",
    Encoding = SignatureEncoding.Base64Url,
    SignedContent = "{timestamp}.{body}"
)]
[TimestampFrom(Field = "t", Unit = TimeUnit.Milliseconds)]
[DeliveryIdFrom(Header = "idempotency-key")]
public sealed partial class SanitySignatureAttribute : SignatureAttribute;
