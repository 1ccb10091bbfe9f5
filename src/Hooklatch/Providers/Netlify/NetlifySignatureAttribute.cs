using System.Security.Cryptography;
using System.Text.Json;
using Hooklatch.Signing;
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
public sealed class NetlifySignatureAttribute : CodeSignatureAttribute
{
    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JwsVerifier(
            settings,
            Secret,
            new JwsRule
            {
                Header = "X-Webhook-Signature",
                Algorithm = JwsAlgorithm.Hs256,
                CheckClaims = Check,
            }
        );
    }

    private static Verdict? Check(JsonElement claims, VerificationRequest request) =>
        UntrustedJson.Text(claims, "iss") is "netlify"
        && UntrustedJson.Text(claims, "sha256") is { } hash
        && FixedTime.AreEqual(hash, Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)))
            ? null
            : Verdict.InvalidSignature;
}
