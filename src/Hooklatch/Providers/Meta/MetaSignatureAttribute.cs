using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Meta's webhooks, those of Facebook, Instagram, Messenger and WhatsApp: HMAC-SHA256 over the raw body, hexadecimal in
/// <c>X-Hub-Signature-256</c> after <c>sha256=</c>. The key is the app secret.
/// </summary>
/// <remarks>
/// <para>
/// Meta wants every notification answered with a 200: "Getting started with webhooks"
/// (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
/// </para>
/// Source: developers.facebook.com, "Getting started with webhooks".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature-256", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "object")]
[Handshake(
    Method = "GET",
    WhenQuery = "hub.mode",
    WhenEquals = "subscribe",
    TokenQuery = "hub.verify_token",
    TokenProperty = nameof(VerifyToken),
    EchoQuery = "hub.challenge"
)]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class MetaSignatureAttribute : SignatureAttribute
{
    /// <summary>
    /// Where the verify token is in the plugin's configuration, which Meta sends when the endpoint is set up:
    /// <c>nameof(MyConfig.MetaVerifyToken)</c>, or a path. It leads to a property marked <see cref="SecretAttribute"/>.
    /// </summary>
    public string? VerifyToken { get; set; }
}
