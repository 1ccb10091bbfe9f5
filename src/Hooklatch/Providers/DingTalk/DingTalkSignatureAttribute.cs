using System.Text;
using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies DingTalk's encrypted callbacks: SHA-1 over token, timestamp, nonce and cipher text in <c>signature</c>, and AES-256-CBC. The
/// handler gets the decrypted JSON as its payload; one that answers nothing answers <c>success</c>, encrypted and signed, as DingTalk
/// demands.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.Secret"/> is the token, <see cref="AesKey"/> the AES key, <see cref="ReceiveId"/> whom the callback is for: the
/// app key, the corporation or the suite. The handshakes when a URL is entered (<c>check_url</c>, <c>check_create_suite_url</c>,
/// <c>check_update_suite_url</c>) are answered without the handler.
/// </para>
/// <para>
/// A callback may be an hour old, since DingTalk states nothing of its age or its repetitions, and signs no id to tell copies by.
/// <see cref="SignatureAttribute.ToleranceSeconds"/> says otherwise.
/// </para>
/// Source: DingTalk's documentation, "回调事件消息体加解密", and its openapi demo.
/// </remarks>
[BodyLimit(256 * 1024)] // A callback holds one event, encrypted; DingTalk states no size.
public sealed class DingTalkSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>An hour, since DingTalk states nothing.</summary>
    private const int UsualTolerance = 60 * 60;

    /// <summary>Where the AES key is in the plugin's configuration: 43 characters. Required.</summary>
    public string? AesKey { get; set; }

    /// <summary>Where the id of the receiver is in the plugin's configuration. Required.</summary>
    public string? ReceiveId { get; set; }

    IRequestSigner ISignable.CreateSigner() => new CallbackSigner(isInMilliseconds: true, Wrap);

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new DingTalkVerifier(new CallbackSettings(settings, Secret, AesKey, ReceiveId), tolerance);
    }

    private static (byte[] Body, string ContentType) Wrap(string cipherText) =>
        (Encoding.UTF8.GetBytes($$"""{"encrypt":"{{cipherText}}"}"""), "application/json");
}
