using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Shopify's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-Shopify-Hmac-SHA256</c>. The key is the app's client
/// secret.
/// </summary>
/// <remarks>Source: shopify.dev, "Deliver webhooks through HTTPS"; the tests of Shopify/shopify_app.</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Shopify-Hmac-SHA256", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[EventFrom(Header = "X-Shopify-Topic")]
[KnownEvents(typeof(ShopifyEvents))]
[DeliveryIdFrom(Header = "X-Shopify-Webhook-Id")]
public sealed partial class ShopifySignatureAttribute : SignatureAttribute;
