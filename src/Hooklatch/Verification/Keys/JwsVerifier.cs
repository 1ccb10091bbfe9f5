using System.Text;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>Verifies deliveries whose header holds a token over the body, by the scheme of their provider.</summary>
internal sealed class JwsVerifier(VerifierSettings settings, string? secret, JwsScheme scheme) : IRequestVerifier
{
    private readonly LiveValues<byte[]> _secrets = settings.Values(scheme.Algorithm.IsSymmetric() ? secret : null, Encode);

    public string Description => $"{scheme.Algorithm.Name()} token in {scheme.Header}, over the body";

    public string? MissingSetting =>
        scheme.Keys is { } keys ? keys.MissingSetting
        : _secrets.Current.Count == 0 ? secret ?? nameof(SignatureAttribute.Secret)
        : null;

    public Verdict? CheckHeaders(VerificationRequest request) =>
        request.IsRepeated(scheme.Header) ? Verdict.InvalidSignature
        : request.Header(scheme.Header) is not { } token ? Verdict.Missing(scheme.Header)
        : !IsConfigured(request) ? Verdict.NotConfigured
        : CompactJws.Read(token, scheme.Algorithm) is null ? Verdict.InvalidSignature
        : null;

    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation)
    {
        if (CompactJws.Read(request.Header(scheme.Header) ?? "", scheme.Algorithm) is not { } token)
        {
            return Verdict.InvalidSignature;
        }

        if (scheme.Keys is not { } source)
        {
            return FindSecret(token) is { } index ? Judge(token, request, index) : Verdict.InvalidSignature;
        }

        var found = await source.FindAsync(token.KeyId, request, cancellation);
        return found.IsUnavailable ? Verdict.KeyUnavailable
            : found.Keys.Any(key => key.Allows(scheme.Algorithm) && scheme.Algorithm.Verify(key.PublicKey, token.Signed, token.Signature))
                ? JudgeProven(source, token, request)
            : Verdict.InvalidSignature;
    }

    private Verdict JudgeProven(IKeyRing source, CompactJws token, VerificationRequest request)
    {
        var verdict = Judge(token, request, secretIndex: null);
        if (verdict.Rejection is null)
        {
            source.Prove(token.KeyId);
        }

        return verdict;
    }

    private static byte[] Encode(string secret) => Encoding.UTF8.GetBytes(secret);

    private bool IsConfigured(VerificationRequest request) => scheme.Keys?.IsConfigured(request) ?? _secrets.Current.Count > 0;

    private int? FindSecret(CompactJws token)
    {
        int? match = null;
        var secrets = _secrets.Current;
        for (var i = 0; i < secrets.Count; i++)
        {
            match = scheme.Algorithm.VerifyMac(secrets[i], token.Signed, token.Signature) ? match ?? i : match;
        }

        return match;
    }

    private Verdict Judge(CompactJws token, VerificationRequest request, int? secretIndex)
    {
        using var claims = UntrustedJson.Parse(token.Payload);
        return claims is null
            ? Verdict.InvalidSignature
            : scheme.CheckClaims(claims.RootElement, request) ?? Verdict.Verified(secretIndex: secretIndex);
    }
}
