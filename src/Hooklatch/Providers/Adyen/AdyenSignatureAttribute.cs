using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Adyen's standard webhooks: HMAC-SHA256 over eight fields of each notification, base64 in the body itself, at
/// <c>additionalData.hmacSignature</c>. The key is hexadecimal, as Adyen's customer area shows it.
/// </summary>
/// <remarks>
/// <para>
/// Only these fields are signed: <c>pspReference</c>, <c>originalReference</c>, <c>merchantAccountCode</c>, <c>merchantReference</c>,
/// <c>amount</c>, <c>eventCode</c> and <c>success</c>. Whatever else a notification says, such as <c>eventDate</c> and the rest of
/// <c>additionalData</c>, anyone may have written. Of several notifications each must be signed, and who saw some can send them together. A
/// handler that answers nothing answers <c>[accepted]</c>, as Adyen demands.
/// </para>
/// <para>
/// Adyen joins the fields with colons and escapes nothing. So only <c>merchantReference</c> may hold a colon, or <c>pspReference</c> where a
/// report is available (<c>REPORT_AVAILABLE</c>), whose reference is the name of a file: a notification with a colon elsewhere is rejected, since
/// its text could be that of another one.
/// </para>
/// <para>
/// Adyen says that copies of a notification have its <c>pspReference</c> and <c>eventCode</c>, and sends the refusal and the success of one
/// payment under both. So the id adds <c>success</c> and a hash of all that is signed: what differs in any of it is handled on its own. Two
/// notifications that differ in nothing but their date are copies. A report that is made anew is signed as the one before, so that a
/// report has no id and each notification of one is handled.
/// </para>
/// <para>
/// Delivery id: <c>pspReference</c>, <c>eventCode</c>, <c>success</c> and a hash of the signed text; none for a report, without a
/// <c>pspReference</c> and for several notifications.
/// </para>
/// Source: Adyen's documentation, "Verify HMAC signatures" and "Handle webhook events"; Adyen's libraries for .NET, Java and Ruby, whose tests have
/// references with colons and backslashes; Adyen/adyen-ruby-api-library#108 (a report with colons) and Adyen/adyen-commercetools#1324 (a
/// success after a refusal).
/// </remarks>
[BodyLimit(128 * 1024)] // A notification has a few kilobytes. Adyen states no size.
public sealed class AdyenSignatureAttribute : CodeSignatureAttribute, ISignable
{
    IRequestSigner ISignable.CreateSigner() => new AdyenSigner();

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AdyenVerifier(settings, Secret);
    }
}
