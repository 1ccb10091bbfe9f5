using System.Text;
using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies WeCom's encrypted callbacks (and those of WeChat official accounts in their safe mode): SHA-1 over token, timestamp, nonce and
/// cipher text in <c>msg_signature</c>, and AES-256-CBC. The handler gets the decrypted XML as its payload.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.Secret"/> is the token, <see cref="AesKey"/> the EncodingAESKey, <see cref="ReceiveId"/> whom the callback is
/// for: the corporation, the suite or the application; a callback for another one is rejected. The handshake when a URL is entered (GET with
/// <c>echostr</c>) is answered with what it decrypts to, unless that is XML or JSON: a callback is signed as a handshake is, and whoever has seen one must
/// not have it decrypted.
/// </para>
/// <para>
/// A callback may be five minutes old: WeCom waits five seconds for an answer and repeats a callback three times. No document says how old one
/// may be; the five minutes are that and clocks that differ. <see cref="SignatureAttribute.ToleranceSeconds"/> says otherwise.
/// </para>
/// <para>
/// Delivery id: <c>MsgId</c> of a message; none of an event, whose sender and time several share.
/// </para>
/// Source: developer.work.weixin.qq.com/document/path/90968, "加解密方案说明", and its sample code; path/90930, "回调配置" (when it is
/// repeated); Wechat-Group/WxJava#2314 (two events of one second).
/// </remarks>
[Accepts("text/xml")]
[Accepts("application/xml")]
[BodyLimit(64 * 1024)] // One message or event, encrypted, without files. WeCom states no size.
[Handshake(Method = "GET", WhenQuery = "echostr", ByVerifier = true)]
public sealed class WeComSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>The twenty seconds within which WeCom has repeated a callback, and what clocks differ by.</summary>
    private const int UsualTolerance = 5 * 60;

    /// <summary>Where the EncodingAESKey is in the plugin's configuration: 43 characters. Required.</summary>
    public string? AesKey { get; set; }

    /// <summary>Where the id of the receiver is in the plugin's configuration. Required.</summary>
    public string? ReceiveId { get; set; }

    IRequestSigner ISignable.CreateSigner() => new CallbackSigner(isInMilliseconds: false, Wrap);

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new WeComVerifier(new CallbackSettings(settings, Secret, AesKey, ReceiveId), tolerance);
    }

    private static (byte[] Body, string ContentType) Wrap(string cipherText) =>
        (Encoding.UTF8.GetBytes($"<xml><Encrypt><![CDATA[{cipherText}]]></Encrypt></xml>"), "text/xml");
}
