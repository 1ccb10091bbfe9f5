using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="AlipaySignatureAttribute"/> says.</summary>
internal sealed class AlipayVerifier(VerifierSettings settings, string? publicKey, string? appId, TimeTolerance tolerance)
    : IRequestVerifier
{
    private readonly LiveValues<byte[]> _keys = settings.Values(publicKey, RsaSignature.ReadKey);
    private readonly LiveValues _apps = settings.Values(appId);

    public string Description => "RSA-SHA256 over the form, of the configured application";

    public string? MissingSetting =>
        _keys.Current.Count == 0 ? publicKey ?? "PublicKey"
        : _apps.Current.Count == 0 ? appId ?? "AppId"
        : null;

    public Verdict? CheckHeaders(VerificationRequest request) => MissingSetting is null ? null : Verdict.NotConfigured;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) =>
        // A body that its media type makes something else than a form would be verified as one text and read as another.
        new(
            request.Http.Request.ContentType is null || FormType.Is(request.Http.Request.ContentType)
                ? Verify(request)
                : Verdict.InvalidSignature
        );

    private Verdict Verify(VerificationRequest request)
    {
        if (FormPairs.Read(request.Body.Span) is not { } fields)
        {
            return Verdict.InvalidSignature;
        }

        if (fields.All(field => field.Key is not "sign"))
        {
            return Verdict.Missing("field sign of the form");
        }

        if (
            FormPairs.Single(fields, "sign") is not { } sign
            || SignatureText.Decode(sign, prefix: "", SignatureEncoding.Base64) is not { } signature
            || (FormPairs.Single(fields, "sign_type") ?? AlipayText.Rsa2) is not AlipayText.Rsa2
            || FormPairs.Single(fields, "app_id") is not { } app
        )
        {
            return Verdict.InvalidSignature;
        }

        // The signature is verified whatever the application is, so that the time does not tell which applications are configured.
        var isOurs = FixedTime.IsOneOf(app, _apps.Current);
        var isSigned =
            !AlipayText.IsRepeated(fields)
            && (IsSigned(AlipayText.Of(fields, signType: null), signature) || IsSigned(AlipayText.Of(fields, AlipayText.Rsa2), signature));
        return !(isOurs & isSigned)
            ? Verdict.InvalidSignature
            : CheckTime(fields, request)
                ?? Verdict.Verified(
                    @event: FormPairs.Single(fields, "notify_type") ?? FormPairs.Single(fields, "msg_method"),
                    deliveryId: FormPairs.Single(fields, "notify_id")
                );
    }

    /// <summary>Payments say when they notify in the time of Beijing, messages of the platform in milliseconds.</summary>
    private Verdict? CheckTime(List<KeyValuePair<string, string>> fields, VerificationRequest request) =>
        FormPairs.Single(fields, "notify_time") is { } local ? tolerance.Check(SignedTime.ReadBeijing(local), request)
        : FormPairs.Single(fields, "utc_timestamp") is { } unix ? tolerance.Check(SignedTime.ReadUnix(unix, isMilliseconds: true), request)
        : null;

    private bool IsSigned(string? text, byte[] signature) =>
        text is not null
        && _keys.Current.Any(key => RsaSignature.Verify(key, Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256));
}
