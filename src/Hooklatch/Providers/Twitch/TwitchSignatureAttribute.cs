using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Twitch EventSub's messages: HMAC-SHA256 over the message's id, its timestamp and the raw body, hexadecimal in
/// <c>Twitch-Eventsub-Message-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: dev.twitch.tv, "Handling webhook events" (ten minutes).</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "Twitch-Eventsub-Message-Signature",
    Prefix = "sha256=",
    SignedContent = "{id}{timestamp}{body}"
)]
[TimestampFrom(Header = "Twitch-Eventsub-Message-Timestamp", Unit = TimeUnit.Iso8601, ToleranceSeconds = 600)]
[EventFrom(Header = "Twitch-Eventsub-Subscription-Type")]
[KnownEvents(typeof(TwitchEvents))]
[DeliveryIdFrom(Header = "Twitch-Eventsub-Message-Id")]
[Handshake(WhenHeader = "Twitch-Eventsub-Message-Type", WhenEquals = "webhook_callback_verification", EchoJsonPath = "challenge")]
public sealed partial class TwitchSignatureAttribute : SignatureAttribute;
