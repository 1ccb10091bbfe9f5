using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Checkout.com's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>Cko-Signature</c>. The key is the signature key
/// of the workflow's webhook action.
/// </summary>
/// <remarks>Source: checkout.com/docs, "Set up your webhook receiver".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Cko-Signature", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class CheckoutComSignatureAttribute : SignatureAttribute;
