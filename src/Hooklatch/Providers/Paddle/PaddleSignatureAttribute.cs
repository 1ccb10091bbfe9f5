using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Paddle Billing's webhooks: HMAC-SHA256 over the timestamp, a colon and the raw body, hexadecimal in <c>Paddle-Signature</c>
/// (<c>ts=…;h1=…</c>).
/// </summary>
/// <remarks>
/// <para>
/// Paddle wants a 200 within five seconds: "Handle webhook delivery" (https://developer.paddle.com/webhooks/about/respond-to-webhooks).
/// </para>
/// Source: developer.paddle.com, "Signature verification"; the tests of PaddleHQ/paddle-node-sdk (five seconds).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Paddle-Signature", Field = "h1", ItemSeparator = ';', SignedContent = "{timestamp}:{body}")]
[TimestampFrom(Field = "ts", ToleranceSeconds = 5)]
[EventFrom(JsonPath = "event_type")]
[KnownEvents(typeof(PaddleEvents))]
[DeliveryIdFrom(JsonPath = "event_id")]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class PaddleSignatureAttribute : SignatureAttribute;
