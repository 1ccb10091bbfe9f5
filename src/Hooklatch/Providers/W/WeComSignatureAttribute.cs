using Hooklatch.Verification;
using Hooklatch.Verification.Code;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies WeCom's encrypted callbacks (and those of WeChat official accounts in their safe mode): SHA-1 over token, timestamp, nonce and
/// cipher text in <c>msg_signature</c>, and AES-256-CBC. The handler gets the decrypted XML as its payload.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.Secret"/> is the token, <see cref="AesKey"/> the EncodingAESKey, <see cref="ReceiveId"/> whom the callback is
/// for: the corporation, the suite or the application; a callback for another one is refused. The question when a URL is entered (GET with
/// <c>echostr</c>) is answered with what it decrypts to. No tolerance is stated: set <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </para>
/// Source: developer.work.weixin.qq.com, document 90968 and its sample code.
/// </remarks>
[Accepts("text/xml")]
[Accepts("application/xml")]
[Handshake(Method = "GET", WhenQuery = "echostr", ByVerifier = true)]
public sealed class WeComSignatureAttribute : CodeSignatureAttribute
{
    /// <summary>Where the EncodingAESKey is in the plugin's configuration: 43 characters. Required.</summary>
    public string? AesKey { get; set; }

    /// <summary>Where the id of the receiver is in the plugin's configuration. Required.</summary>
    public string? ReceiveId { get; set; }

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new WeComVerifier(new CallbackSettings(settings, Secret, AesKey, ReceiveId), ToleranceSeconds);
    }
}
