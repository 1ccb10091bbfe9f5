using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Square's webhooks: HMAC-SHA256 over the notification URL and the raw body, base64 in <c>x-square-hmacsha256-signature</c>.
/// </summary>
/// <remarks>
/// Source: developer.squareup.com, "Verify and validate an event notification"; the tests of square/square-nodejs-sdk.
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "x-square-hmacsha256-signature",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{url}{body}"
)]
[EventFrom(JsonPath = "type")]
[KnownEvents(typeof(SquareEvents))]
[DeliveryIdFrom(JsonPath = "event_id")]
[SendsJson]
[Setup(
    "https://developer.squareup.com/docs/webhooks/overview",
    "Open your application in the Square Developer Console, choose Sandbox or Production, then Webhooks, Subscriptions, Add subscription.",
    "Paste {url} as the Notification URL, and choose the API version and the events.",
    "Copy the Signature Key of the subscription, and configure it as {setting}.",
    "Square signs the URL: it has to be the one that is shown here, to the letter, and the host's public URL has to be configured."
)]
public sealed partial class SquareSignatureAttribute : SignatureAttribute;
