using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Cal.com's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Cal-Signature-256</c>.</summary>
/// <remarks>Source: cal.com/docs, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Cal-Signature-256", SignedContent = "{body}")]
[EventFrom(JsonPath = "triggerEvent")]
[KnownEvents(typeof(CalComEvents))]
[SendsJson]
public sealed partial class CalComSignatureAttribute : SignatureAttribute;
