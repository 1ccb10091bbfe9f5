using System.Text.Json.Nodes;

namespace Hooklatch.Signing.Keys;

/// <summary>Signs with a token over the body, in a header.</summary>
/// <param name="header">The header.</param>
/// <param name="algorithm">The one algorithm.</param>
/// <param name="claims">What the token says of a request.</param>
internal sealed class JwsSigner(string header, JwsAlgorithm algorithm, Func<OutgoingRequest, JsonObject> claims) : IRequestSigner
{
    private static readonly string AnyKey = Guid.Empty.ToString();

    public SignerKeyKind KeyKind => algorithm.IsSymmetric() ? SignerKeyKind.Secret : SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var keyId = algorithm.IsSymmetric() ? null : keys.Settings.GetValueOrDefault("KeyId", AnyKey);
        request.Headers[header] = CompactJws.Write(algorithm, keyId, claims(request), keys);
    }
}
