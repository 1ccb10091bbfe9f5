using Hooklatch.Ed25519;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Standard Webhooks' deliveries with asymmetric keys: Ed25519 over id, timestamp and raw body, base64 as <c>v1a,…</c> in the list that
/// <c>webhook-signature</c> holds. The key is base64, after <c>whpk_</c> or not, or PEM.
/// </summary>
/// <remarks>
/// A sender may be moving from one kind of key to the other. With <see cref="SignatureAttribute.PublicKey"/> alone only <c>v1a</c> verifies;
/// with <see cref="SignatureAttribute.Secret"/> named as well, <c>v1</c> (HMAC-SHA256) does too. Source: the Standard Webhooks specification, section "Signature scheme".
/// </remarks>
[PublicKeyScheme<Ed25519Key>(
    Header = "webhook-signature",
    Field = "v1a",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "whpk_"
)]
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "webhook-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "whsec_"
)]
[TimestampFrom(Header = "webhook-timestamp", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(Header = "webhook-id")]
[SendsJson]
public sealed partial class StandardWebhooksEd25519SignatureAttribute : SignatureAttribute;
