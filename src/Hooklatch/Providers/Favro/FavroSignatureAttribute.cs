using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Favro's webhooks: HMAC-SHA1 over <c>payloadId</c> of the body and the URL with which the webhook was created, base64 in
/// <c>X-Favro-Webhook</c>. Nothing else of the body is signed.
/// </summary>
/// <remarks>Source: favro.com/developer, "Webhook signatures".</remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Favro-Webhook", Encoding = SignatureEncoding.Base64, SignedContent = "{body:payloadId}{url}")]
[EventFrom(JsonPath = "action")]
[DeliveryIdFrom(JsonPath = "payloadId")]
[SendsJson]
public sealed partial class FavroSignatureAttribute : SignatureAttribute;
