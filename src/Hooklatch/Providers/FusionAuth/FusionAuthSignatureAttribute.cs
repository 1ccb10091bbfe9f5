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
/// Verifies FusionAuth's webhooks: a token in <c>X-FusionAuth-Signature-JWT</c>, whose claim <c>request_body_sha256</c> is the hash of the
/// raw body in base64.
/// </summary>
/// <remarks>
/// <para>
/// The algorithm is that of the key that signs in your FusionAuth, and no other is taken. With HMAC the key is in
/// <see cref="SignatureAttribute.Secret"/>; with RSA and ECDSA it is pinned in <see cref="SignatureAttribute.PublicKey"/> (PEM, or a JWK on
/// one line), or fetched from <see cref="KeySet"/>, or known by the host's own <see cref="ISigningKeySource"/>. FusionAuth signs no time: whoever has one delivery can send it again.
/// </para>
/// Source: fusionauth.io/docs, "Signing Webhooks".
/// </remarks>
/// <param name="algorithm">The algorithm of the signing key.</param>
[EventFrom(JsonPath = "event.type")]
[KnownEvents(typeof(FusionAuthEvents))]
[DeliveryIdFrom(JsonPath = "event.id")]
[SendsJson]
public sealed class FusionAuthSignatureAttribute(JwsAlgorithm algorithm) : CodeSignatureAttribute, ISignable
{
    /// <summary>The algorithm of the signing key.</summary>
    public JwsAlgorithm Algorithm => algorithm;

    /// <summary>
    /// The address of the key set of your FusionAuth, <c>https://…/.well-known/jwks.json</c>, from which keys are fetched in place of pinned
    /// ones. The host must allow it as well, with <c>AddWebhookKeyFetching()</c>. Default: none, and nothing is fetched.
    /// </summary>
    public string? KeySet { get; set; }

    private const string Header = "X-FusionAuth-Signature-JWT";

    IRequestSigner ISignable.CreateSigner() => new JwsSigner(Header, algorithm, ClaimsOf);

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
                Algorithm = algorithm,
                Keys =
                    algorithm.IsSymmetric() ? null
                    : KeySet is null ? HostSigningKeys.Or(settings, PublicKey, typeof(FusionAuthSignatureAttribute))
                    : new FetchedSigningKeys(FetchedSigningKeys.AddressOf(KeySet)),
                CheckClaims = Check,
            }
        );
    }

    private static Verdict? Check(JsonElement claims, VerificationRequest request) =>
        UntrustedJson.Text(claims, "request_body_sha256") is { } hash && FixedTime.AreEqual(hash, HashOf(request.Body.Span))
            ? null
            : Verdict.InvalidSignature;

    private static JsonObject ClaimsOf(OutgoingRequest request) => new() { ["request_body_sha256"] = HashOf(request.Body) };

    private static string HashOf(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(body));
}
