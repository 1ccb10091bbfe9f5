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
/// Verifies Plaid's webhooks: a token of ES256 in <c>Plaid-Verification</c>, whose claim <c>request_body_sha256</c> is the hash of the raw
/// body in hexadecimal, and which was issued within 300 seconds.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.PublicKey"/> holds Plaid's keys, each a JWK on one line as <c>/webhook_verification_key/get</c> answers it
/// (or PEM, which is tried whatever a delivery names). That call takes the secret of the account, so that nothing is fetched here: whoever
/// keeps the configuration keeps the keys, or the host's own <see cref="ISigningKeySource"/> is asked where <see cref="SignatureAttribute.PublicKey"/>
/// is not set. A key that Plaid marks as expired verifies no more.
/// </para>
/// <para>
/// Plaid repeats a webhook that is answered with another status than 200: "Can Plaid re-push failed or missed webhook events"
/// (https://support.plaid.com/hc/en-us/articles/40390675922967-Can-Plaid-re-push-failed-or-missed-webhook-events).
/// </para>
/// Source: plaid.com/docs, "Verify webhooks".
/// </remarks>
[EventFrom(JsonPath = "webhook_type", ActionJsonPath = "webhook_code")]
[KnownEvents(typeof(PlaidEvents))]
[QueuedStatus(200)]
[SendsJson]
public sealed class PlaidSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    private const int UsualTolerance = 300;

    private const string Header = "Plaid-Verification";

    IRequestSigner ISignable.CreateSigner() => new JwsSigner(Header, JwsAlgorithm.Es256, ClaimsOf);

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new JwsVerifier(
            settings,
            secret: null,
            new JwsScheme
            {
                Header = Header,
                Algorithm = JwsAlgorithm.Es256,
                Keys = HostSigningKeys.Or(settings, PublicKey, typeof(PlaidSignatureAttribute)),
                CheckClaims = (claims, request) => Check(claims, request, tolerance),
            }
        );
    }

    private static Verdict? Check(JsonElement claims, VerificationRequest request, TimeTolerance tolerance) =>
        UntrustedJson.Text(claims, "request_body_sha256") is { } hash
        && FixedTime.AreEqual(hash, HashOf(request.Body.Span))
        && UntrustedJson.Member(claims, "iat") is { ValueKind: JsonValueKind.Number } issued
            ? tolerance.Check(SignedTime.ReadUnix(issued.GetRawText(), isMilliseconds: false), request)
            : Verdict.InvalidSignature;

    private static JsonObject ClaimsOf(OutgoingRequest request) =>
        new() { ["iat"] = request.SignedAt.ToUnixTimeSeconds(), ["request_body_sha256"] = HashOf(request.Body) };

    private static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
