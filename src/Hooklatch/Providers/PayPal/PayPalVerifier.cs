using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="PayPalSignatureAttribute"/> says.</summary>
internal sealed class PayPalVerifier(VerifierSettings settings, PayPalSignatureAttribute attribute, TimeTolerance tolerance)
    : IRequestVerifier
{
    private static readonly string[] Headers =
    [
        PayPalText.Id,
        PayPalText.Time,
        PayPalText.Signature,
        PayPalText.Address,
        PayPalText.Algorithm,
    ];

    private readonly LiveValues _webhooks = settings.Values(attribute.WebhookId);
    private readonly LiveValues<byte[]> _certificates = settings.Values(attribute.Certificate, RsaSignature.ReadKey);
    private readonly LiveValues<byte[]> _keys = settings.Values(attribute.PublicKey, RsaSignature.ReadKey);
    private readonly LiveValues<X509Certificate2> _roots = settings.Values(
        attribute.TrustedRoots,
        text => RsaSignature.ReadCertificate(Encoding.UTF8.GetBytes(text))
    );
    private readonly KeyCache _fetched = new();
    private readonly CheckedKeys<IReadOnlyList<X509Certificate2>> _checked = new(
        (pem, now, roots) => PayPalCertificate.KeyOf(pem.Span, now, roots)
    );

    public string Description => $"RSA-SHA256 in {PayPalText.Signature}, of the configured webhook";

    public string? MissingSetting =>
        _webhooks.Current.Count == 0 ? attribute.WebhookId ?? nameof(attribute.WebhookId)
        : attribute.FetchesCertificate || HasPinned ? null
        : attribute.Certificate ?? attribute.PublicKey ?? nameof(attribute.Certificate);

    private bool HasPinned => _certificates.Current.Count + _keys.Current.Count > 0;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        Headers.Any(request.IsRepeated) ? Verdict.InvalidSignature
        : request.FirstMissing(Headers) is { } missing ? Verdict.Missing(missing)
        : MissingSetting is not null || (!HasPinned && KeyCache.FetcherOf(request.Http) is null) ? Verdict.NotConfigured
        : CheckTime(request);

    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        var id = request.Header(PayPalText.Id)!;
        if (
            request.Header(PayPalText.Algorithm) is not PayPalText.RsaSha256
            || id.Contains('|', StringComparison.Ordinal)
            || SignatureText.Decode(request.Header(PayPalText.Signature), prefix: "", SignatureEncoding.Base64) is not { } signature
        )
        {
            return Verdict.InvalidSignature;
        }

        IReadOnlyList<byte[]> keys = [.. _certificates.Current, .. _keys.Current];
        var fetchedFrom = keys.Count == 0 ? PayPalCertificate.Address(request.Header(PayPalText.Address)) : null;
        if (keys.Count == 0)
        {
            var (key, rejected) = await FetchAsync(fetchedFrom, request, cancellation);
            if (rejected is not null)
            {
                return rejected;
            }

            keys = [key!];
        }

        var checksum = Crc32.Of(request.Body.Span);
        foreach (var webhook in _webhooks.Current)
        {
            var text = PayPalText.Of(id, request.Header(PayPalText.Time), webhook, checksum);
            if (keys.Any(key => RsaSignature.Verify(key, text, signature, HashAlgorithmName.SHA256)))
            {
                if (fetchedFrom is not null)
                {
                    _fetched.Prove(fetchedFrom);
                }

                return Verdict.Verified(@event: EventOf(request.Body), deliveryId: id);
            }
        }

        return Verdict.InvalidSignature;
    }

    private Verdict? CheckTime(VerificationRequest request) =>
        tolerance.Check(SignedTime.ReadRfc3339(request.Header(PayPalText.Time)!), request);

    private async ValueTask<(byte[]? Key, Verdict? Rejected)> FetchAsync(
        Uri? address,
        VerificationRequest request,
        CancellationToken cancellation
    )
    {
        if (address is null)
        {
            return (null, Verdict.InvalidSignature);
        }

        var fetched = await _fetched.GetAsync(KeyCache.FetcherOf(request.Http)!, address, request, cancellation);
        if (fetched.IsUnavailable)
        {
            return (null, Verdict.KeyUnavailable);
        }

        var key = fetched.Content is { } pem ? _checked.KeyOf(address, pem, request.ReceivedAt, _roots.Current) : null;
        return key is null ? (null, Verdict.InvalidSignature) : (key, null);
    }

    private static string? EventOf(ReadOnlyMemory<byte> body)
    {
        using var document = UntrustedJson.ParseVerified(body);
        return document is null ? null : UntrustedJson.Text(document.RootElement, "event_type");
    }
}
