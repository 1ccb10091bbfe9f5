using System.Security.Cryptography;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Signs the body as an endpoint with <see cref="CircleSignatureAttribute"/> verifies it, with a key that it names.</summary>
internal sealed class CircleSigner : IRequestSigner
{
    private static readonly string AnyKey = Guid.Empty.ToString();

    public SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        request.Headers[CircleSignatureAttribute.KeyId] = keys.Settings.GetValueOrDefault("KeyId", AnyKey);
        request.Headers[CircleSignatureAttribute.Signature] = Convert.ToBase64String(
            keys.SignText(request.Body, CircleSignatureAttribute.Hash, DSASignatureFormat.Rfc3279DerSequence)
        );
    }
}
