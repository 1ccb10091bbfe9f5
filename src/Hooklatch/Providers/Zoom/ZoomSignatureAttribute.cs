using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Zoom's webhooks: HMAC-SHA256 over <c>v0:</c>, the timestamp, a colon and the raw body, hexadecimal in <c>x-zm-signature</c>
/// after <c>v0=</c>. The secret token also answers the validation of the URL, which is asked for with and without a signature.
/// </summary>
/// <remarks>
/// <para>
/// Zoom takes a 200 or a 204 for delivered, and repeats what was answered otherwise: "Resolving webhook delays"
/// (https://developers.zoom.us/blog/webhook-delays).
/// </para>
/// Source: developers.zoom.us, "Using webhooks"; zoom/webhook-sample.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-zm-signature", Prefix = "v0=", SignedContent = "v0:{timestamp}:{body}")]
[TimestampFrom(Header = "x-zm-request-timestamp")]
[EventFrom(JsonPath = "event")]
[KnownEvents(typeof(ZoomEvents))]
[Handshake(
    WhenJsonPath = "event",
    WhenEquals = "endpoint.url_validation",
    EchoJsonPath = "payload.plainToken",
    AlsoUnsigned = true,
    Mac = HandshakeMac.HmacSha256Hex,
    ContentType = "application/json",
    Body = "{\"plainToken\":\"{value}\",\"encryptedToken\":\"{mac}\"}"
)]
[QueuedStatus(200)]
[SendsJson]
[Setup(
    "https://developers.zoom.us/docs/api/webhooks/",
    "Open your app in the Zoom App Marketplace, copy the Secret Token from its Features or Access page, and configure it as {setting}. Zoom validates the URL with it, so this comes first.",
    "Enable Event Subscriptions, add one, and paste {url} as the event notification endpoint URL.",
    "Choose Validate, add the event types, and save."
)]
public sealed partial class ZoomSignatureAttribute : SignatureAttribute;
