using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Mailgun's webhooks, and the messages that its routes forward and store: HMAC-SHA256 over timestamp and token, hexadecimal in the
/// body at <c>signature.signature</c>, or in the field <c>signature</c> of a form.
/// </summary>
/// <remarks>
/// <para>
/// <b>The signature does not cover the payload.</b> It proves that Mailgun made timestamp and token; whoever sees one delivery can send any
/// <c>event-data</c>, or any message, with them for as long as the tolerance lasts. The token is the delivery's id, so each is taken once; act on what
/// Mailgun's API says where that is not enough. Mailgun states no tolerance: set <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </para>
/// <para>
/// Webhooks are JSON. Routes (<c>forward</c>, and <c>store</c> with <c>notify</c>) send a form with <c>timestamp</c>, <c>token</c> and
/// <c>signature</c>: multipart where the message has attachments, else urlencoded. Its handler takes the fields with <c>[FromForm]</c>. A message
/// has up to 25 MB, so such an endpoint sets <see cref="WebhookAttribute.MaxBodySize"/>.
/// </para>
/// <para>
/// Mailgun takes only a 200 for a success, gives a delivery up at a 406, and repeats it at any other status: "Automatic retries"
/// (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-retries).
/// </para>
/// Source: Mailgun's documentation, "Securing webhooks" (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks),
/// "Receiving messages via HTTP" (https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http) and "Storing and
/// retrieving messages" (https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/storing-and-recieveing-messages), and
/// mailgun-go.
/// </remarks>
[BodyLimit(256 * 1024)] // One event, without the content of its message. Anyone can have a body parsed.
[HmacScheme(HmacAlgorithm.Sha256, JsonPath = "signature.signature", FormField = "signature", SignedContent = "{timestamp}{id}")]
[TimestampFrom(JsonPath = "signature.timestamp", FormField = "timestamp")]
[EventFrom(JsonPath = "event-data.event")]
[KnownEvents(typeof(MailgunEvents))]
[DeliveryIdFrom(JsonPath = "signature.token", FormField = "token")]
[QueuedStatus(200)]
public sealed partial class MailgunSignatureAttribute : SignatureAttribute;
