using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies WooCommerce's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-WC-Webhook-Signature</c>.</summary>
/// <remarks>
/// <para>
/// <c>X-WC-Webhook-Delivery-ID</c> is a hash of the webhook and the second, so that two deliveries within one second share it, and none is
/// repeated under it. It tells no copies.
/// </para>
/// Source: developer.woocommerce.com, "Webhooks"; the source of woocommerce/woocommerce, <c>WC_Webhook::get_new_delivery_id</c>.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-WC-Webhook-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[EventFrom(Header = "X-WC-Webhook-Topic")]
[KnownEvents(typeof(WooCommerceEvents))]
public sealed partial class WooCommerceSignatureAttribute : SignatureAttribute;
