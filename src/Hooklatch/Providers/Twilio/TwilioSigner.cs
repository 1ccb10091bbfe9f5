using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Signs as <see cref="TwilioVerifier"/> verifies: the URL with the fields of a form, or with the hash of another body in its query. It signs with the
/// auth token, or with a SharedKey where the settings have one.
/// </summary>
internal sealed class TwilioSigner(HmacAlgorithm sharedAlgorithm) : IRequestSigner
{
    public SignerKeyKind KeyKind => SignerKeyKind.Secret;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        if (!request.Url.IsAbsoluteUri)
        {
            throw new ArgumentException("TwilioSignature needs an absolute Url, since it signs the URL.", nameof(request));
        }

        if (request.Body.Length > 0 && !FormType.Is(request.ContentType))
        {
            request.AddQuery(TwilioText.BodyHash, Convert.ToHexStringLower(SHA256.HashData(request.Body)));
        }

        var fields =
            TwilioText.FieldsOf(request.Body, request.ContentType, request.Query(TwilioText.BodyHash))
            ?? throw new ArgumentException("The body is no form, or not that of its hash in the query.", nameof(request));
        var algorithm = HmacAlgorithm.Sha1;
        if (keys.Settings.TryGetValue(nameof(TwilioSignatureAttribute.SharedKey), out var sharedKey))
        {
            algorithm = sharedAlgorithm;
            request.Headers[TwilioText.SettingsHeader] = TwilioText.Settings("webhooks_sharedkey_0", algorithm);
        }

        var key = Encoding.UTF8.GetBytes(sharedKey ?? keys.GetSecret());
        var hash = TwilioText.Hash(algorithm, key, Encoding.UTF8.GetBytes(request.Url.OriginalString + fields));
        request.Headers[TwilioText.Header] = Convert.ToBase64String(hash);
    }
}
