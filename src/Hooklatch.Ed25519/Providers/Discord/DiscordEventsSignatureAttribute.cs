using Hooklatch.Ed25519;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Discord's webhook events, which are signed as interactions are (<see cref="DiscordSignatureAttribute"/>) and number their types
/// otherwise: 0 is the PING, answered with 204 after the verification, and 1 an event.
/// </summary>
/// <remarks>
/// <para>
/// Discord wants an event answered with a 204 and no body, within three seconds, and repeats one that was not answered: "Webhook events"
/// (https://docs.discord.com/developers/events/webhook-events).
/// </para>
/// Source: Discord's documentation, "Webhook events", and its library discord-interactions.
/// </remarks>
[PublicKeyScheme<Ed25519Key>(Header = "X-Signature-Ed25519", SignedContent = "{timestamp}{body}", KeyEncoding = KeyEncoding.Hex)]
[TimestampFrom(Header = "X-Signature-Timestamp")]
[InvalidStatus(401)]
[Handshake(WhenJsonPath = "type", WhenEquals = "0", Status = 204)]
[EventFrom(JsonPath = "event.type")]
[KnownEvents(typeof(DiscordEvents))]
[QueuedStatus(204)]
[SendsJson]
[Setup(
    "https://docs.discord.com/developers/events/webhook-events",
    "Open your application in the Discord Developer Portal, copy the Public Key from General Information, and configure it as {setting}. Discord asks for the URL at once, so this comes first.",
    "Open Webhooks, paste {url} as the Endpoint, enable Events, choose them, and save.",
    Provider = "Discord"
)]
public sealed partial class DiscordEventsSignatureAttribute : SignatureAttribute;
