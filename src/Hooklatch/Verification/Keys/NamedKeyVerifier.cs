using System.Security.Cryptography;
using Hooklatch.Signing.Keys;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>Verifies deliveries that are signed with a key that they name, by the rule of their provider.</summary>
internal sealed class NamedKeyVerifier(NamedKeyRule rule) : IRequestVerifier
{
    public string Description => $"ECDSA-{rule.Hash.Name} over the body in {rule.Headers[0]}, by a key that the delivery names";

    public string? MissingSetting => rule.Keys.MissingSetting;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        rule.Headers.Any(request.IsRepeated) ? Verdict.InvalidSignature
        : rule.Headers.Any(name => request.Header(name) is null) ? Verdict.MissingSignature
        : !rule.Keys.IsConfigured(request) ? Verdict.NotConfigured
        : rule.Read(request) is null ? Verdict.InvalidSignature
        : null;

    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        if (rule.Read(request) is not { } signed)
        {
            return Verdict.InvalidSignature;
        }

        var found = await rule.Keys.FindAsync(signed.KeyId, request, cancellation);
        if (found.IsUnavailable)
        {
            return Verdict.KeyUnavailable;
        }

        if (!found.Keys.Any(key => Verify(key, request, signed)))
        {
            return Verdict.InvalidSignature;
        }

        rule.Keys.Prove(signed.KeyId);
        return Verdict.Verified();
    }

    private bool Verify(SigningKey key, VerificationRequest request, NamedSignature signed) =>
        EcdsaSignature.Verify(
            key.PublicKey,
            ECCurve.NamedCurves.nistP256,
            request.Body.Span,
            signed.Signature,
            rule.Hash,
            DSASignatureFormat.Rfc3279DerSequence
        );
}
