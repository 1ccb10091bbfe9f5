using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Signs the body as an endpoint with <see cref="EBaySignatureAttribute"/> verifies it, with a key that it names.</summary>
internal sealed class EBaySigner : IRequestSigner
{
    private static readonly string AnyKey = Guid.Empty.ToString();

    public SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var signature = keys.SignText(request.Body, EBaySignatureAttribute.Hash, DSASignatureFormat.Rfc3279DerSequence);
        var said = new JsonObject
        {
            ["alg"] = "ecdsa",
            ["kid"] = keys.Settings.GetValueOrDefault("KeyId", AnyKey),
            ["signature"] = Convert.ToBase64String(signature),
            ["digest"] = "SHA1",
        };
        request.Headers[EBaySignatureAttribute.Header] = Convert.ToBase64String(Encoding.UTF8.GetBytes(said.ToJsonString()));
    }
}
