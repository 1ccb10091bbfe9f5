using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Airwallex's webhooks: HMAC-SHA256 over the milliseconds in <c>x-timestamp</c> and the raw body, hexadecimal in
/// <c>x-signature</c>.
/// </summary>
/// <remarks>
/// <para>
/// Airwallex takes any status but 200 for a failed delivery, and repeats it: "Webhooks overview"
/// (https://www.airwallex.com/docs/developer-tools/webhooks/webhooks-overview).
/// </para>
/// Source: airwallex.com/docs, "Listen for webhook events".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-signature", SignedContent = "{timestamp}{body}")]
[TimestampFrom(Header = "x-timestamp", Unit = TimeUnit.Milliseconds)]
[EventFrom(JsonPath = "name")]
[DeliveryIdFrom(JsonPath = "id")]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class AirwallexSignatureAttribute : SignatureAttribute;
