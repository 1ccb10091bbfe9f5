using Hooklatch.Verification.Code;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Adyen's standard webhooks: HMAC-SHA256 over eight fields of each notification, base64 in the body itself, at
/// <c>additionalData.hmacSignature</c>. The key is hexadecimal, as Adyen's customer area shows it.
/// </summary>
/// <remarks>
/// <para>
/// Only these fields are signed: <c>pspReference</c>, <c>originalReference</c>, <c>merchantAccountCode</c>, <c>merchantReference</c>,
/// <c>amount</c>, <c>eventCode</c> and <c>success</c>. Whatever else a notification says, such as the rest of <c>additionalData</c>, anyone
/// may have written. Of several notifications each must be signed. A handler that answers nothing answers <c>[accepted]</c>, as Adyen
/// demands.
/// </para>
/// Source: Adyen's documentation, "Verify HMAC signatures", and its .NET library.
/// </remarks>
public sealed class AdyenSignatureAttribute : CodeSignatureAttribute
{
    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AdyenVerifier(settings, Secret);
    }
}
