using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Calendly's webhooks: HMAC-SHA256 over the timestamp, a dot and the raw body, hexadecimal in
/// <c>Calendly-Webhook-Signature</c> (<c>t=…,v1=…</c>).
/// </summary>
/// <remarks>Source: developer.calendly.com, "Webhook signatures" (three minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Calendly-Webhook-Signature", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 180)]
[EventFrom(JsonPath = "event")]
[KnownEvents(typeof(CalendlyEvents))]
[SendsJson]
public sealed partial class CalendlySignatureAttribute : SignatureAttribute;
