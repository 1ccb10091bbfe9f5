using System.Security.Cryptography;
using System.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>A verifier in code: HMAC-SHA256 over the body, in <c>X-Signature</c>.</summary>
internal sealed class BodyHmacVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private readonly LiveValues<byte[]> _keys = settings.Values(secret, Encoding.UTF8.GetBytes);

    public string Description => "a test";

    public string? MissingSetting => null;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) =>
        new(
            _keys.Current.Any(key => Convert.ToHexStringLower(HMACSHA256.HashData(key, request.Body.Span)) == request.Header("X-Signature"))
                ? Verdict.Verified()
                : Verdict.InvalidSignature
        );
}
