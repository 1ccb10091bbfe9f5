using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies WooCommerce's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-WC-Webhook-Signature</c>.</summary>
/// <remarks>
/// <para>
/// <c>X-WC-Webhook-Delivery-ID</c> is a hash of the webhook and the second, so that two deliveries within one second share it, and none is
/// repeated under it. It tells no copies.
/// </para>
/// <para>
/// When a webhook is saved, WooCommerce posts the form <c>webhook_id=1</c> without a signature, and does not activate the webhook unless the
/// answer is 200. It is answered with 200 and nothing, and no handler runs.
/// </para>
/// Source: developer.woocommerce.com, "Webhooks"; the source of WooCommerce, <c>get_new_delivery_id</c> and <c>deliver_ping</c>
/// (https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-WC-Webhook-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[EventFrom(Header = "X-WC-Webhook-Topic")]
[Handshake(WhenFormField = "webhook_id", AlsoUnsigned = true)]
[KnownEvents(typeof(WooCommerceEvents))]
public sealed partial class WooCommerceSignatureAttribute : SignatureAttribute;
