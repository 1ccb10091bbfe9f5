using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Shopify's webhooks and events: HMAC-SHA256 over the raw body, base64 in <c>X-Shopify-Hmac-SHA256</c> or, of Shopify Events, in
/// <c>Shopify-Hmac-SHA256</c>. The key is the app's client secret.
/// </summary>
/// <remarks>
/// A delivery has the headers of the one or of the other; one that has the signature of both is invalid.
/// Source: shopify.dev/docs/apps/build/webhooks/delivery-structure; shopify.dev/docs/apps/build/events/delivery-structure; the tests of
/// Shopify/shopify_app.
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-Shopify-Hmac-SHA256|Shopify-Hmac-SHA256",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}"
)]
[EventFrom(Header = "X-Shopify-Topic|Shopify-Topic")]
[KnownEvents(typeof(ShopifyEvents))]
[DeliveryIdFrom(Header = "X-Shopify-Webhook-Id|Shopify-Webhook-Id")]
[Setup(
    "https://shopify.dev/docs/apps/build/webhooks",
    "For an app: subscribe to topics in shopify.app.toml with {url} as the uri, deploy the app, and configure the app's client secret as {setting}.",
    "For one shop: open Settings, Notifications, Webhooks in its admin, create a webhook with JSON as the format and {url} as the URL, and configure the key that is shown below the list as {setting}.",
    "Choose Send test notification beside the webhook in the admin, or run shopify app webhook trigger."
)]
public sealed partial class ShopifySignatureAttribute : SignatureAttribute;
