using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies PagerDuty's webhooks, version 3: HMAC-SHA256 over the raw body, hexadecimal in the <c>v1</c> fields of
/// <c>X-PagerDuty-Signature</c>, one per secret while they rotate.
/// </summary>
/// <remarks>Source: developer.pagerduty.com, "Verifying webhook signatures".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-PagerDuty-Signature", Field = "v1", SignedContent = "{body}")]
[EventFrom(JsonPath = "event.event_type")]
[KnownEvents(typeof(PagerDutyEvents))]
[DeliveryIdFrom(JsonPath = "event.id")]
[SendsJson]
public sealed partial class PagerDutySignatureAttribute : SignatureAttribute;
