using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Feishu's and Lark's events: SHA-256 over timestamp, nonce, encrypt key and raw body, hexadecimal in
/// <c>X-Lark-Signature</c>; an encrypted body is decrypted, and the handler gets what it held.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.Secret"/> is the application's Encrypt Key, without which nothing is signed. The handshake when a URL is
/// entered (<c>url_verification</c>) comes without a signature: it is answered with its challenge where it bears the
/// <see cref="VerificationToken"/>, or, where none is configured, where it is encrypted with the Encrypt Key. It is an object of the three
/// texts that Feishu documents, of 1,024 bytes at most. Whatever else comes without a signature is rejected as a wrong signature is, in the
/// same time whatever it decrypts to. Cards are signed otherwise: <see cref="FeishuCardSignatureAttribute"/>.
/// </para>
/// <para>
/// An event may be eight hours old: Feishu repeats one after 15 seconds, 5 minutes, an hour and six hours. Copies are told by the signed
/// id. <see cref="SignatureAttribute.ToleranceSeconds"/> says otherwise.
/// </para>
/// <para>
/// Delivery id: <c>header.event_id</c>, or <c>uuid</c> of the first version.
/// </para>
/// <para>
/// Feishu takes a 200 within three seconds for a success: "Event subscription optimization guide"
/// (https://open.feishu.cn/document/event-subscription-guide/event-subscriptions/event-callback-optimization-guide).
/// </para>
/// Source: open.feishu.cn, "Configure Encrypt Key", and larksuite/node-sdk.
/// </remarks>
[QueuedStatus(200)]
public sealed class FeishuSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>The seven hours for which Feishu repeats an event, and some.</summary>
    private const int UsualTolerance = 8 * 60 * 60;

    /// <summary>Where the application's Verification Token is in the plugin's configuration.</summary>
    public string? VerificationToken { get; set; }

    IRequestSigner ISignable.CreateSigner() => new FeishuSigner();

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new FeishuVerifier(settings, this, tolerance);
    }
}
