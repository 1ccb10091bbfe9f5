using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Supabase Auth's hooks: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the <c>v1</c> entries of
/// <c>webhook-signature</c>. The key is base64, after <c>v1,whsec_</c>.
/// </summary>
/// <remarks>Source: supabase.com/docs, "Auth hooks".</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "webhook-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "v1,whsec_"
)]
[TimestampFrom(Header = "webhook-timestamp", ToleranceSeconds = 300)]
[DeliveryIdFrom(Header = "webhook-id")]
public sealed partial class SupabaseAuthSignatureAttribute : SignatureAttribute;
