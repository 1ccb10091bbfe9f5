using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Airwallex's webhooks: HMAC-SHA256 over the milliseconds in <c>x-timestamp</c> and the raw body, hexadecimal in
/// <c>x-signature</c>.
/// </summary>
/// <remarks>Source: airwallex.com/docs, "Listen for webhook events".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-signature", SignedContent = "{timestamp}{body}")]
[TimestampFrom(Header = "x-timestamp", Unit = TimeUnit.Milliseconds)]
[EventFrom(JsonPath = "name")]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class AirwallexSignatureAttribute : SignatureAttribute;
