using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Paddle Billing's webhooks: HMAC-SHA256 over the timestamp, a colon and the raw body, hexadecimal in <c>Paddle-Signature</c>
/// (<c>ts=…;h1=…</c>).
/// </summary>
/// <remarks>
/// Source: developer.paddle.com, "Signature verification"; the tests of PaddleHQ/paddle-node-sdk (five seconds).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Paddle-Signature", Field = "h1", ItemSeparator = ';', SignedContent = "{timestamp}:{body}")]
[TimestampFrom(Field = "ts", ToleranceSeconds = 5)]
[EventFrom(JsonPath = "event_type")]
[KnownEvents(typeof(PaddleEvents))]
[DeliveryIdFrom(JsonPath = "event_id")]
[SendsJson]
public sealed partial class PaddleSignatureAttribute : SignatureAttribute;
