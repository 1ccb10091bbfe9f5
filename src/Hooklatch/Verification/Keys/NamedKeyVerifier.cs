using System.Security.Cryptography;
using Hooklatch.Signing.Keys;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>Verifies deliveries that are signed with a key that they name, by the scheme of their provider.</summary>
internal sealed class NamedKeyVerifier(NamedKeyScheme scheme) : IRequestVerifier
{
    public string Description => $"ECDSA-{scheme.Hash.Name} over the body in {scheme.Headers[0]}, by a key that the delivery names";

    public string? MissingSetting => scheme.Keys.MissingSetting;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        scheme.Headers.Any(request.IsRepeated) ? Verdict.InvalidSignature
        : request.FirstMissing(scheme.Headers) is { } missing ? Verdict.Missing(missing)
        : !scheme.Keys.IsConfigured(request) ? Verdict.NotConfigured
        : scheme.Read(request) is null ? Verdict.InvalidSignature
        : null;

    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        if (scheme.Read(request) is not { } signed)
        {
            return Verdict.InvalidSignature;
        }

        var found = await scheme.Keys.FindAsync(signed.KeyId, request, cancellation);
        if (found.IsUnavailable)
        {
            return Verdict.KeyUnavailable;
        }

        if (!found.Keys.Any(key => Verify(key, request, signed)))
        {
            return Verdict.InvalidSignature;
        }

        scheme.Keys.Prove(signed.KeyId);
        return Verdict.Verified();
    }

    private bool Verify(SigningKey key, VerificationRequest request, NamedSignature signed) =>
        EcdsaSignature.Verify(
            key.PublicKey,
            ECCurve.NamedCurves.nistP256,
            request.Body.Span,
            signed.Signature,
            scheme.Hash,
            DSASignatureFormat.Rfc3279DerSequence
        );
}
