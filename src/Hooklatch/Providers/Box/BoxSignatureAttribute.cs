using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Box's webhooks: HMAC-SHA256 over the raw body and <c>box-delivery-timestamp</c>, base64 in <c>box-signature-primary</c> and
/// <c>box-signature-secondary</c>. The first configured secret is the primary key, the second one the secondary key; either signature
/// is enough.
/// </summary>
/// <remarks>
/// <para>Box tries again under another <c>box-delivery-id</c>, so that what it repeats runs again.</para>
/// Source: developer.box.com, "Validate signatures" and "V2 Webhooks"; the tests of box/box-node-sdk (ten minutes into the past, none into
/// the future).
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "box-signature-primary",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}{timestamp}",
    SecretIndex = 0
)]
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "box-signature-secondary",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}{timestamp}",
    SecretIndex = 1
)]
[RequireHeader("box-signature-version", "1")]
[RequireHeader("box-signature-algorithm", "HmacSHA256")]
[TimestampFrom(Header = "box-delivery-timestamp", Unit = TimeUnit.Iso8601, ToleranceSeconds = 600, FutureToleranceSeconds = 0)]
[EventFrom(JsonPath = "trigger")]
[KnownEvents(typeof(BoxEvents))]
[DeliveryIdFrom(Header = "box-delivery-id")]
[SendsJson]
public sealed partial class BoxSignatureAttribute : SignatureAttribute;
