using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Twilio's webhooks: HMAC-SHA1 with the account's auth token over the public URL and the sorted fields of the form, base64 in
/// <c>X-Twilio-Signature</c>. A body that is no form is covered by <c>bodySHA256</c> in the URL. Where <see cref="SharedKey"/> is set, HMAC-SHA256 with a
/// SharedKey over the same text.
/// </summary>
/// <remarks>
/// <para>
/// The URL is the configured one (<c>Hooklatch:PublicUrl</c>), with and without its port, as Twilio's own libraries compare it. Names and
/// values are signed without anything between them, so a name may take letters of its value in a repeated delivery: read the fields that
/// you know, and nothing from the names of others. Nothing that is signed tells when a delivery was made.
/// </para>
/// <para>
/// A delivery that is signed with a SharedKey says so in <c>X-Twilio-Webhooks-Signature-Settings</c>: <c>key=…,algorithm=HMAC_SHA256</c>. Nobody signs that
/// header, so it only chooses among what the attribute allows: without <see cref="SharedKey"/> it is invalid, without
/// <see cref="SignatureAttribute.Secret"/> its absence is, and an algorithm other than the attribute's always is. No key is used with the algorithm of
/// another.
/// </para>
/// Source: twilio.com/docs/usage/webhooks/webhooks-security; twilio.com/docs/usage/webhooks/webhook-shared-keys; the tests of twilio-csharp, twilio-python
/// and twilio-node.
/// </remarks>
[BodyLimit(256 * 1024)]
[Setup(
    "https://www.twilio.com/docs/usage/webhooks/webhooks-security",
    "Copy the Auth Token of the account from the Twilio Console, and configure it as {setting}.",
    "Open the phone number or the messaging service that is to send, paste {url} where a webhook is asked for (A message comes in, A call comes in), and choose HTTP POST.",
    "Twilio signs the URL: it has to be the one that is shown here, to the letter, and the host's public URL has to be configured."
)]
public sealed class TwilioSignatureAttribute : CodeSignatureAttribute, ISignable
{
    /// <summary>Where the secrets of SharedKeys are in the plugin's configuration. Default: none, and no delivery may be signed with one.</summary>
    [Secret]
    public string? SharedKey { get; set; }

    /// <summary>
    /// Whether SharedKeys sign with HMAC-SHA1 (<c>algorithm=HMAC_SHA1</c>), as a Webhook Setting can say, in place of HMAC-SHA256. Default: not.
    /// </summary>
    public bool SharedKeyUsesSha1 { get; set; }

    IRequestSigner ISignable.CreateSigner() => new TwilioSigner(SharedKeyAlgorithm);

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new TwilioVerifier(settings, Secret, SharedKey, SharedKeyAlgorithm);
    }

    private HmacAlgorithm SharedKeyAlgorithm => SharedKeyUsesSha1 ? HmacAlgorithm.Sha1 : HmacAlgorithm.Sha256;
}
