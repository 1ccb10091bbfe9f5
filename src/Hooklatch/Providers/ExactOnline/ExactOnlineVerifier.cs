using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Providers;

/// <summary>Verifies as <see cref="ExactOnlineSignatureAttribute"/> says.</summary>
internal sealed class ExactOnlineVerifier(VerifierSettings settings, string? secret) : IRequestVerifier
{
    private const int SignedMembers = 2;

    private readonly LiveValues<byte[]> _secrets = settings.Values(secret, Encoding.UTF8.GetBytes);

    public string Description => "HMAC-SHA256 over Content, in HashCode of the body";

    public string? MissingSetting => _secrets.Current.Count == 0 ? secret ?? nameof(SignatureAttribute.Secret) : null;

    /// <summary>A request without a body has no signature: it is Exact's handshake when a subscription is made.</summary>
    public Verdict? CheckHeaders(VerificationRequest request) =>
        _secrets.Current.Count == 0 ? Verdict.NotConfigured
        : IsEmpty(request.Http) ? Verdict.Missing("body")
        : null;

    public ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellation) => new(Verify(request.Body));

    private static bool IsEmpty(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || http.Request.ContentLength is 0;

    private Verdict Verify(ReadOnlyMemory<byte> body)
    {
        using var document = UntrustedJson.Parse(body);
        if (document is null)
        {
            return Verdict.InvalidSignature;
        }

        var root = document.RootElement;
        if (UntrustedJson.Text(root, ExactOnlineText.HashCode) is not { Length: > 0 } code)
        {
            return Verdict.Missing($"{ExactOnlineText.HashCode} of the body");
        }

        // What stands beside Content is not signed, so nothing may.
        var content = UntrustedJson.Member(root, ExactOnlineText.Content);
        var received = new byte[SHA256.HashSizeInBytes];
        if (
            content.ValueKind is not JsonValueKind.Object
            || root.GetPropertyCount() != SignedMembers
            || !SignatureText.TryDecodeHex(code, prefix: "", received)
        )
        {
            return Verdict.InvalidSignature;
        }

        return Find(ExactOnlineText.Of(content), received) is { } match ? Verdict.Verified(secretIndex: match) : Verdict.InvalidSignature;
    }

    private int? Find(ReadOnlySpan<byte> content, byte[] received)
    {
        int? match = null;
        var secrets = _secrets.Current;
        for (var i = 0; i < secrets.Count; i++)
        {
            match = CryptographicOperations.FixedTimeEquals(ExactOnlineText.Hash(secrets[i], content), received) ? match ?? i : match;
        }

        return match;
    }
}
