using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Stripe's webhooks: HMAC-SHA256 over the timestamp, a dot and the raw body, hexadecimal in the <c>v1</c> fields of
/// <c>Stripe-Signature</c>. The field <c>v0</c> is ignored.
/// </summary>
/// <remarks>Source: docs.stripe.com, "Verify webhook signatures manually" (five minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Stripe-Signature", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 300)]
[EventFrom(JsonPath = "type")]
[KnownEvents(typeof(StripeEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
[Setup(
    "https://docs.stripe.com/webhooks",
    "Open Workbench in the Stripe Dashboard, then Webhooks, and add a destination.",
    "Choose the events, then Webhook endpoint as the kind of destination, and paste {url} as the Endpoint URL.",
    "Reveal the signing secret of the destination (it begins with whsec_), and configure it as {setting}.",
    "Test mode and live mode have destinations and secrets of their own."
)]
public sealed partial class StripeSignatureAttribute : SignatureAttribute;
