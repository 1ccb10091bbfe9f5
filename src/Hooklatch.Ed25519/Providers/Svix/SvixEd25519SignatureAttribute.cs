using Hooklatch.Ed25519;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Svix's deliveries with asymmetric keys: Ed25519 over id, timestamp and raw body, base64 as <c>v1a,…</c> in the list that
/// <c>svix-signature</c> holds. The key is base64, after <c>whpk_</c> or not, or PEM.
/// </summary>
/// <remarks>
/// A sender may be moving from one kind of key to the other. With <see cref="SignatureAttribute.PublicKey"/> alone only <c>v1a</c> verifies;
/// with <see cref="SignatureAttribute.Secret"/> named as well, <c>v1</c> (HMAC-SHA256) does too. Source: Svix's documentation, "Verifying webhooks", and the server's tests.
/// </remarks>
[PublicKeyScheme<Ed25519Key>(
    Header = "svix-signature",
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
    Header = "svix-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "whsec_"
)]
[TimestampFrom(Header = "svix-timestamp", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(Header = "svix-id")]
[SendsJson]
public sealed partial class SvixEd25519SignatureAttribute : SignatureAttribute;
