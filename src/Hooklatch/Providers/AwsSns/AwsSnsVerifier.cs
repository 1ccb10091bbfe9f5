using System.Security.Cryptography;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="AwsSnsSignatureAttribute"/> says.</summary>
internal sealed class AwsSnsVerifier(VerifierSettings settings, AwsSnsSignatureAttribute attribute, TimeTolerance tolerance)
    : IRequestVerifier
{
    private readonly LiveValues _topics = settings.Values(attribute.TopicArns);
    private readonly LiveValues<byte[]> _certificates = settings.Values(attribute.Certificate, RsaSignature.ReadKey);
    private readonly LiveValues<byte[]> _keys = settings.Values(attribute.PublicKey, RsaSignature.ReadKey);
    private readonly KeyCache _fetched = new();
    private readonly KeyCache _confirmed = new();

    public string Description => "RSA over the message, of the configured topics";

    public string? MissingSetting =>
        _topics.Current.Count == 0 ? attribute.TopicArns ?? nameof(attribute.TopicArns)
        : attribute.FetchesCertificate || HasPinned ? null
        : attribute.Certificate ?? attribute.PublicKey ?? nameof(attribute.Certificate);

    private bool HasPinned => _certificates.Current.Count + _keys.Current.Count > 0;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        MissingSetting is not null || (!HasPinned && KeyCache.FetcherOf(request.Http) is null) ? Verdict.NotConfigured : null;

    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        if (AwsSnsMessage.Read(request.Body) is not { } message)
        {
            return Verdict.InvalidSignature;
        }

        if (message.Signature is null)
        {
            return Verdict.Missing("Signature of the body");
        }

        // All that can be known without asking anyone comes first.
        if (
            HashOf(message.SignatureVersion) is not { } hash
            || SignatureText.Decode(message.Signature, prefix: "", SignatureEncoding.Base64) is not { } signature
        )
        {
            return Verdict.InvalidSignature;
        }

        if (tolerance.Check(SignedTime.ReadRfc3339(message.Timestamp), request) is { } stale)
        {
            return stale;
        }

        // A key that is at hand verifies whatever the topic is, so that neither answer nor time tells which topics are configured. For the topic of
        // somebody else nothing is fetched.
        var isOurs = FixedTime.IsOneOf(message.TopicArn, _topics.Current);
        var text = message.SignedText();
        IReadOnlyList<byte[]> keys = [.. _certificates.Current, .. _keys.Current];
        if (keys.Count == 0 && !isOurs)
        {
            return Verdict.InvalidSignature;
        }

        var fetchedFrom = keys.Count == 0 ? AwsSnsAddress.OfCertificate(message.SigningCertUrl) : null;
        if (keys.Count == 0)
        {
            var (key, rejected) = await FetchAsync(fetchedFrom, request, cancellation);
            if (rejected is not null)
            {
                return rejected;
            }

            keys = [key!];
        }

        if (!(isOurs & keys.Any(key => RsaSignature.Verify(key, text, signature, hash))))
        {
            return Verdict.InvalidSignature;
        }

        if (fetchedFrom is not null)
        {
            _fetched.Prove(fetchedFrom);
        }

        return attribute.ConfirmsSubscriptions && message.IsSubscription
            ? await ConfirmAsync(message, request, cancellation)
            : Verdict.Verified(@event: message.Type, deliveryId: message.Id);
    }

    private HashAlgorithmName? HashOf(string? version) =>
        attribute.RequiresVersion2 && version is "1" ? null : AwsSnsMessage.HashOf(version);

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

        if (KeyCache.FetcherOf(request.Http) is not { } fetcher)
        {
            return (null, Verdict.NotConfigured);
        }

        var fetched = await _fetched.GetAsync(fetcher, address, request, cancellation);
        if (fetched.IsUnavailable)
        {
            return (null, Verdict.KeyUnavailable);
        }

        using var certificate = fetched.Content is { } content ? RsaSignature.ReadCertificate(content.Span) : null;
        var isValid =
            certificate is not null
            && certificate.NotBefore.ToUniversalTime() <= request.ReceivedAt
            && request.ReceivedAt <= certificate.NotAfter.ToUniversalTime();
        return isValid ? (certificate!.PublicKey.ExportSubjectPublicKeyInfo(), null) : (null, Verdict.InvalidSignature);
    }

    private async ValueTask<Verdict> ConfirmAsync(AwsSnsMessage message, VerificationRequest request, CancellationToken cancellation)
    {
        if (AwsSnsAddress.OfConfirmation(message.SubscribeUrl, message.TopicArn) is not { } address)
        {
            return Verdict.InvalidSignature;
        }

        if (KeyCache.FetcherOf(request.Http) is not { } fetcher)
        {
            return Verdict.NotConfigured;
        }

        // Whoever has seen the message can send it again, but not have it confirmed again.
        var confirmed = await _confirmed.GetAsync(fetcher, address, request, cancellation);
        return confirmed.Content is null
            ? Verdict.KeyUnavailable
            : Verdict.Verified(answer: new VerifierAnswer("text/plain", default), @event: message.Type, deliveryId: message.Id);
    }
}
