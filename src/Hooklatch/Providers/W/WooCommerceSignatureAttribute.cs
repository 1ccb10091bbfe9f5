using Hooklatch.Verification;

namespace Hooklatch.Providers;

/// <summary>Verifies WooCommerce's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-WC-Webhook-Signature</c>.</summary>
/// <remarks>Source: developer.woocommerce.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-WC-Webhook-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[EventFrom(Header = "X-WC-Webhook-Topic")]
[DeliveryIdFrom(Header = "X-WC-Webhook-Delivery-ID")]
public sealed class WooCommerceSignatureAttribute : SignatureAttribute;
