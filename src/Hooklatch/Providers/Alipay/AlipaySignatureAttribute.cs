using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Alipay's asynchronous notifications: RSA2 (RSA with SHA-256) over the sorted fields of the form, base64 in <c>sign</c>. Alipay's
/// public key is base64, as its console shows it, or PEM.
/// </summary>
/// <remarks>
/// <para>
/// A key may serve several applications, so a notification counts only if its <c>app_id</c> is one of <see cref="AppId"/>. Check amount and
/// order against your own, as Alipay asks. Fields are divided by <c>&amp;</c> and <c>=</c> without an escape: a notification that could be
/// divided in another way is rejected, and so is one that repeats a field. A handler that answers nothing answers <c>success</c>.
/// </para>
/// <para>
/// A notification may be 25 hours old by its <c>notify_time</c> or <c>utc_timestamp</c>: Alipay repeats one after 4, 10 and 10 minutes, 1, 2, 6
/// and 15 hours. Copies are told by the signed id. <see cref="SignatureAttribute.ToleranceSeconds"/> says otherwise.
/// </para>
/// <para>
/// Delivery id: <c>notify_id</c>.
/// </para>
/// Source: opendocs.alipay.com/open/270/105902, "异步通知说明" (eight notifications within 25 hours), and the tests of alipay-sdk-nodejs-all.
/// </remarks>
[Acknowledge(200, "success")]
[BodyLimit(64 * 1024)] // Some thirty fields, of a stated length of a few hundred characters each.
public sealed class AlipaySignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>The day for which Alipay repeats a notification, and some.</summary>
    private const int UsualTolerance = 25 * 60 * 60;

    /// <summary>Where the ids of the applications are in the plugin's configuration. Required.</summary>
    public string? AppId { get; set; }

    IRequestSigner ISignable.CreateSigner() => new AlipaySigner();

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AlipayVerifier(settings, PublicKey, AppId, tolerance);
    }
}
