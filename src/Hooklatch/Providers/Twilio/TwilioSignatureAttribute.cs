using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Twilio's webhooks: HMAC-SHA1 with the account's auth token over the public URL and the sorted fields of the form, base64 in
/// <c>X-Twilio-Signature</c>. A body that is no form is covered by <c>bodySHA256</c> in the URL.
/// </summary>
/// <remarks>
/// <para>
/// The URL is the configured one (<c>Hooklatch:PublicUrl</c>), with and without its port, as Twilio's own libraries compare it. Names and
/// values are signed without anything between them, so a name may take letters of its value in a repeated delivery: read the fields that
/// you know, and nothing from the names of others. Nothing that is signed tells when a delivery was made.
/// </para>
/// Source: Twilio's documentation, "Webhooks security", and the tests of twilio-csharp, twilio-python and twilio-node.
/// </remarks>
public sealed class TwilioSignatureAttribute : CodeSignatureAttribute, ISignable
{
    IRequestSigner ISignable.CreateSigner() => new TwilioSigner();

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new TwilioVerifier(settings, Secret);
    }
}
