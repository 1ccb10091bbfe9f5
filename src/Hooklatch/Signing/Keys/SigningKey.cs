using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>A public key with which a provider signs.</summary>
/// <param name="Id">What the provider calls it; <see langword="null"/> for a pinned key without a name, which is tried whatever a delivery names.</param>
/// <param name="Algorithm">The one algorithm that its JWK allows; <see langword="null"/> where it names none.</param>
/// <param name="PublicKey">A SubjectPublicKeyInfo in DER.</param>
internal sealed record SigningKey(string? Id, string? Algorithm, byte[] PublicKey)
{
    public bool IsCalled(string? id) => Id is null || (id is not null && SecurityHeader.Is(id, Id));

    public bool Allows(JwsAlgorithm algorithm) => Algorithm is null || SecurityHeader.Is(Algorithm, algorithm.Name());
}
