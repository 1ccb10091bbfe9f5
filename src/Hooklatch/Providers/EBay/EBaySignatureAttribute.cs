using System.Security.Cryptography;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies eBay's notifications: ECDSA on P-256 with SHA-1 over the raw body. <c>X-EBAY-SIGNATURE</c> is base64 of JSON that holds the
/// signature and the name of its key. The handshake at set-up (<c>challenge_code</c>) is answered with
/// <see cref="SignatureAttribute.Secret"/>, the verification token, and the public URL.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.PublicKey"/> holds eBay's keys: PEM or the JSON that <c>getPublicKey</c> answers, on one line, tried
/// whatever a delivery names unless a member <c>kid</c> is added. That call takes a token of the application, so that nothing is fetched
/// here: without <see cref="SignatureAttribute.PublicKey"/> the host's own <see cref="ISigningKeySource"/> is asked.
/// </para>
/// <para>eBay chose SHA-1; nothing else is taken. It signs no time of delivery: duplicates are told by the id of the notification.</para>
/// Source: github.com/eBay/event-notification-nodejs-sdk, lib/validator.js, and eBay's documentation, "Marketplace user account deletion".
/// </remarks>
[EventFrom(JsonPath = "metadata.topic")]
[DeliveryIdFrom(JsonPath = "notification.notificationId")]
[Handshake(
    Method = "GET",
    WhenQuery = "challenge_code",
    EchoQuery = "challenge_code",
    Mac = HandshakeMac.Sha256Hex,
    MacOver = "{value}{secret}{url}",
    ContentType = "application/json",
    Body = "{\"challengeResponse\": \"{mac}\"}"
)]
[SendsJson]
public sealed class EBaySignatureAttribute : CodeSignatureAttribute, ISignable
{
    internal const string Header = "X-EBAY-SIGNATURE";

    internal static HashAlgorithmName Hash => HashAlgorithmName.SHA1;

    IRequestSigner ISignable.CreateSigner() => new EBaySigner();

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new NamedKeyVerifier(
            new NamedKeyScheme
            {
                Headers = [Header],
                Hash = Hash,
                Keys = HostSigningKeys.Or(settings, PublicKey, typeof(EBaySignatureAttribute)),
                Read = Read,
            }
        );
    }

    private static NamedSignature? Read(VerificationRequest request)
    {
        if (SignatureText.Decode(request.Header(Header), prefix: "", SignatureEncoding.Base64) is not { } text)
        {
            return null;
        }

        using var document = UntrustedJson.Parse(text);
        if (document is null)
        {
            return null;
        }

        var said = document.RootElement;
        return
            UntrustedJson.Text(said, "alg") is { } algorithm
            && SecurityHeader.Is(algorithm.ToUpperInvariant(), "ECDSA")
            && UntrustedJson.Text(said, "digest") is { } digest
            && SecurityHeader.Is(digest.ToUpperInvariant(), "SHA1")
            && UntrustedJson.Text(said, "kid") is { Length: > 0 } keyId
            && SignatureText.Decode(UntrustedJson.Text(said, "signature"), prefix: "", SignatureEncoding.Base64) is { } signature
            ? new NamedSignature(keyId, signature)
            : null;
    }
}
