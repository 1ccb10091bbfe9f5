using Hooklatch.Verification.Code;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Feishu's and Lark's events: SHA-256 over timestamp, nonce, encrypt key and raw body, hexadecimal in
/// <c>X-Lark-Signature</c>; an encrypted body is decrypted, and the handler gets what it held.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.Secret"/> is the application's Encrypt Key, without which nothing is signed. The question when a URL is
/// entered (<c>url_verification</c>) comes without a signature: it is answered with its challenge where it bears the
/// <see cref="VerificationToken"/>, or, where none is configured, where it is encrypted with the Encrypt Key. No tolerance is stated: set
/// <see cref="SignatureAttribute.ToleranceSeconds"/>. Cards are signed otherwise: <see cref="FeishuCardSignatureAttribute"/>.
/// </para>
/// Source: open.feishu.cn, "Configure Encrypt Key", and larksuite/node-sdk.
/// </remarks>
public sealed class FeishuSignatureAttribute : CodeSignatureAttribute
{
    /// <summary>Where the application's Verification Token is in the plugin's configuration.</summary>
    public string? VerificationToken { get; set; }

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new FeishuVerifier(settings, this);
    }
}
