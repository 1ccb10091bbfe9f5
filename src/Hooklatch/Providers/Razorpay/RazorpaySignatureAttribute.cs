using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Razorpay's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Razorpay-Signature</c>.</summary>
/// <remarks>Source: razorpay.com/docs, "Validate and test webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Razorpay-Signature", SignedContent = "{body}")]
[EventFrom(JsonPath = "event")]
[KnownEvents(typeof(RazorpayEvents))]
[DeliveryIdFrom(Header = "x-razorpay-event-id")]
[SendsJson]
public sealed partial class RazorpaySignatureAttribute : SignatureAttribute;
