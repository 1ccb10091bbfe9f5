using System.Security.Cryptography;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Circle's notifications of version 2: ECDSA on P-256 with SHA-256 over the raw body, base64 of DER in
/// <c>X-Circle-Signature</c>, by the key that <c>X-Circle-Key-Id</c> names. The handshake at set-up (<c>HEAD</c>) is answered.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="SignatureAttribute.PublicKey"/> holds Circle's keys, each as the JSON that the public key endpoint of the product answers, on
/// one line (or PEM, which is tried whatever a delivery names). That call takes the API key of the account, so that nothing is fetched here:
/// without <see cref="SignatureAttribute.PublicKey"/> the host's own <see cref="ISigningKeySource"/> is asked.
/// </para>
/// <para>
/// No header says when a notification was signed. The signed body has a <c>timestamp</c>, but Circle does not say of what, nor how old it may
/// be, and so it is held against nothing: duplicates are told by the id of the notification, which is the same when Circle repeats it.
/// </para>
/// Source: developers.circle.com/api-reference, "Verify webhook signatures", "Webhooks" and "Webhook endpoints".
/// </remarks>
[EventFrom(JsonPath = "notificationType")]
[DeliveryIdFrom(JsonPath = "notificationId")]
[Handshake(Method = "HEAD")]
[SendsJson]
public sealed class CircleSignatureAttribute : CodeSignatureAttribute, ISignable
{
    internal const string Signature = "X-Circle-Signature";
    internal const string KeyId = "X-Circle-Key-Id";

    internal static HashAlgorithmName Hash => HashAlgorithmName.SHA256;

    IRequestSigner ISignable.CreateSigner() => new CircleSigner();

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new NamedKeyVerifier(
            new NamedKeyScheme
            {
                Headers = [Signature, KeyId],
                Hash = Hash,
                Keys = HostSigningKeys.Or(settings, PublicKey, typeof(CircleSignatureAttribute)),
                Read = Read,
            }
        );
    }

    private static NamedSignature? Read(VerificationRequest request) =>
        SignatureText.Decode(request.Header(Signature), prefix: "", SignatureEncoding.Base64) is { } signature
            ? new NamedSignature(request.Header(KeyId) ?? "", signature)
            : null;
}
