using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Lookups;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Verification.Keys;

/// <summary>The keys that a host's <see cref="ISigningKeySource"/> knows, asked for by name and kept for a while.</summary>
/// <param name="settings">The plugin's configuration.</param>
/// <param name="provider">The attribute for which the host registers its source.</param>
internal sealed class HostSigningKeys(VerifierSettings settings, Type provider) : IKeyRing
{
    private const int MaxNameLength = 256;

    private readonly LookupCache<SigningKeys> _cache = new(new() { Lifetime = TimeSpan.FromHours(1), MaxLifetime = TimeSpan.FromDays(1) });

    /// <summary>Pinned keys where the attribute says where they are; else those of the host.</summary>
    public static IKeyRing Or(VerifierSettings settings, string? publicKey, Type provider) =>
        publicKey is null ? new HostSigningKeys(settings, provider) : new PinnedSigningKeys(settings, publicKey);

    public string? MissingSetting => SourceOf(settings.Services) is null ? nameof(SignatureAttribute.PublicKey) : null;

    public bool IsConfigured(VerificationRequest request) => SourceOf(request.Http.RequestServices) is not null;

    public async ValueTask<SigningKeys> FindAsync(string? keyId, VerificationRequest request, CancellationToken cancellation)
    {
        if (keyId is not { Length: > 0 and <= MaxNameLength } || SourceOf(request.Http.RequestServices) is not { } source)
        {
            return SigningKeys.None;
        }

        if (!_cache.TryGet(keyId, request.ReceivedAt, out var found))
        {
            found = await AskAsync(source, keyId, request, cancellation);
        }

        // A key that says of itself that it is another one is not what the delivery names.
        return found.IsUnavailable ? found : new([.. found.Keys.Where(key => key.IsCalled(keyId))]);
    }

    public void Prove(string? keyId) => _cache.Prove(keyId ?? "");

    private ValueTask<SigningKeys> AskAsync(
        ISigningKeySource source,
        string keyId,
        VerificationRequest request,
        CancellationToken cancellation
    )
    {
        var asked = new SigningKeyRequest(settings.Plugin, settings.Endpoint, keyId);
        return _cache.LookUpAsync(
            keyId,
            request.ReceivedAt,
            request.Time,
            token => new(Detached.RunAsync(() => source.FindAsync(asked, token).AsTask())),
            cancellation
        );
    }

    private ISigningKeySource? SourceOf(IServiceProvider? services) =>
        (services as IKeyedServiceProvider)?.GetKeyedService<ISigningKeySource>(provider);
}
