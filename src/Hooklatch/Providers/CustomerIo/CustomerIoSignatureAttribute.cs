using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Customer.io's reporting webhooks: HMAC-SHA256 over <c>v0:</c>, the timestamp, a colon and the raw body, hexadecimal in
/// <c>X-CIO-Signature</c>.
/// </summary>
/// <remarks>Source: docs.customer.io, "Reporting webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-CIO-Signature", SignedContent = "v0:{timestamp}:{body}")]
[TimestampFrom(Header = "X-CIO-Timestamp")]
[EventFrom(JsonPath = "object_type", ActionJsonPath = "metric")]
[DeliveryIdFrom(JsonPath = "event_id")]
[SendsJson]
public sealed partial class CustomerIoSignatureAttribute : SignatureAttribute;
