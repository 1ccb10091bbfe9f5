using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Netlify's outgoing webhooks: a token of HS256 in <c>X-Webhook-Signature</c>, issued by <c>netlify</c>, whose claim
/// <c>sha256</c> is the hash of the raw body in hexadecimal.
/// </summary>
/// <remarks>
/// <para>Netlify signs neither a time nor an id: whoever has one delivery can send it again.</para>
/// Source: Netlify's documentation, "Deploy notifications", section "Payload signature".
/// </remarks>
public sealed class NetlifySignatureAttribute : CodeSignatureAttribute, ISignable
{
    private const string Header = "X-Webhook-Signature";

    IRequestSigner ISignable.CreateSigner() => new JwsSigner(Header, JwsAlgorithm.Hs256, ClaimsOf);

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JwsVerifier(
            settings,
            Secret,
            new JwsScheme
            {
                Header = Header,
                Algorithm = JwsAlgorithm.Hs256,
                CheckClaims = Check,
            }
        );
    }

    private static Verdict? Check(JsonElement claims, VerificationRequest request) =>
        UntrustedJson.Text(claims, "iss") is "netlify"
        && UntrustedJson.Text(claims, "sha256") is { } hash
        && FixedTime.AreEqual(hash, HashOf(request.Body.Span))
            ? null
            : Verdict.InvalidSignature;

    private static JsonObject ClaimsOf(OutgoingRequest request) => new() { ["iss"] = "netlify", ["sha256"] = HashOf(request.Body) };

    private static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
