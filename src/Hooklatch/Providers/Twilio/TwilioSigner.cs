using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>Signs as <see cref="TwilioVerifier"/> verifies: the URL with the fields of a form, or with the hash of another body in its query.</summary>
internal sealed class TwilioSigner : IRequestSigner
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
        var hash = TwilioText.Hash(Encoding.UTF8.GetBytes(keys.GetSecret()), Encoding.UTF8.GetBytes(request.Url.OriginalString + fields));
        request.Headers[TwilioText.Header] = Convert.ToBase64String(hash);
    }
}
