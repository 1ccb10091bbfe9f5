using Hooklatch.Ed25519;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Discord's interactions: Ed25519 over timestamp and raw body, hexadecimal in <c>X-Signature-Ed25519</c>. The application's public
/// key is hexadecimal, as the developer portal shows it. Discord states no tolerance: set <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </summary>
/// <remarks>
/// <para>
/// Discord sends invalid signatures now and then and expects 401 for them. A PING (type 1) is answered with <c>{"type":1}</c>, the PING of
/// webhook events (type 0) with 204, both after the verification.
/// </para>
/// <para>
/// Webhook events are verified by <see cref="DiscordEventsSignatureAttribute"/>: there, type 1 is an event and not a PING.
/// </para>
/// Source: Discord's documentation, "Interactions overview", and its library discord-interactions.
/// </remarks>
[PublicKeyScheme<Ed25519Key>(Header = "X-Signature-Ed25519", SignedContent = "{timestamp}{body}", KeyEncoding = KeyEncoding.Hex)]
[TimestampFrom(Header = "X-Signature-Timestamp")]
[InvalidStatus(401)]
[Handshake(WhenJsonPath = "type", WhenEquals = "1", ContentType = "application/json", Body = """{"type":1}""")]
[Handshake(WhenJsonPath = "type", WhenEquals = "0", Status = 204)]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
[Setup(
    "https://docs.discord.com/developers/interactions/overview",
    "Open your application in the Discord Developer Portal, copy the Public Key from General Information, and configure it as {setting}. Discord asks for the URL at once, so this comes first.",
    "Paste {url} as the Interactions Endpoint URL, and save. Discord sends a PING and a forged one, and takes the URL only if both are answered as they should."
)]
public sealed partial class DiscordSignatureAttribute : SignatureAttribute;
