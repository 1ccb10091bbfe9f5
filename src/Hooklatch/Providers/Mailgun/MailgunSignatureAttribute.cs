using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Mailgun's webhooks: HMAC-SHA256 over timestamp and token, hexadecimal in the body at <c>signature.signature</c>.
/// </summary>
/// <remarks>
/// <para>
/// <b>The signature does not cover the payload.</b> It proves that Mailgun made timestamp and token; whoever sees one delivery can send any
/// <c>event-data</c> with them for as long as the tolerance lasts. The token is the delivery's id, so each is taken once; act on what
/// Mailgun's API says where that is not enough. Mailgun states no tolerance: set <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </para>
/// Source: Mailgun's documentation, "Securing webhooks", and mailgun-go.
/// </remarks>
[BodyLimit(256 * 1024)] // One event of one message, without its content. Mailgun states no size.
[HmacScheme(HmacAlgorithm.Sha256, JsonPath = "signature.signature", SignedContent = "{timestamp}{body:signature.token}")]
[TimestampFrom(JsonPath = "signature.timestamp")]
[EventFrom(JsonPath = "event-data.event")]
[KnownEvents(typeof(MailgunEvents))]
[DeliveryIdFrom(JsonPath = "signature.token")]
public sealed partial class MailgunSignatureAttribute : SignatureAttribute;
