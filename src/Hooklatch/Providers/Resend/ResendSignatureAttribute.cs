using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Resend's webhooks, which Svix delivers: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the
/// <c>v1</c> entries of <c>svix-signature</c>.
/// </summary>
/// <remarks>
/// <para>
/// Resend repeats a webhook that was not answered with a 200 (https://resend.com/docs/dashboard/webhooks/introduction).
/// </para>
/// Source: resend.com/docs, "Verify webhooks requests"; docs.svix.com, "Verifying payloads: how" (five minutes).
/// </remarks>
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
[KnownEvents(typeof(ResendEvents))]
[DeliveryIdFrom(Header = "svix-id")]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class ResendSignatureAttribute : SignatureAttribute;
