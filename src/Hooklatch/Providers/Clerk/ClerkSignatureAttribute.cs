using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Clerk's webhooks, which Svix delivers: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the
/// <c>v1</c> entries of <c>svix-signature</c>.
/// </summary>
/// <remarks>Source: clerk.com/docs, "Webhooks"; docs.svix.com, "Verifying payloads: how" (five minutes).</remarks>
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
[KnownEvents(typeof(ClerkEvents))]
[DeliveryIdFrom(Header = "svix-id")]
[SendsJson]
public sealed partial class ClerkSignatureAttribute : SignatureAttribute;
