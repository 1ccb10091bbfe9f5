using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies OpenAI's webhooks: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the <c>v1</c> entries of
/// <c>webhook-signature</c>.
/// </summary>
/// <remarks>Source: platform.openai.com/docs, "Webhooks".</remarks>
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
[KnownEvents(typeof(OpenAIEvents))]
[DeliveryIdFrom(Header = "webhook-id")]
[SendsJson]
public sealed partial class OpenAISignatureAttribute : SignatureAttribute;
