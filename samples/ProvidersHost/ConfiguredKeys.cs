using Hooklatch.Verification.Keys;

namespace Hooklatch.Samples.ProvidersHost;

/// <summary>
/// Tells the keys of Circle to endpoints that pin none. In production it asks Circle's API with the account's own key; here it reads a setting.
/// </summary>
internal sealed class ConfiguredKeys(IConfiguration configuration) : ISigningKeySource
{
    public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
        new(SigningKeys.Read(configuration[$"Plugins:{request.Plugin}:CircleByHostPublicKey:0"] ?? ""));
}
