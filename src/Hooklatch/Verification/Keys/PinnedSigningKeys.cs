using Hooklatch.Signing.Keys;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>Keys in the configuration, as <see cref="SigningKeyText"/> reads them.</summary>
internal sealed class PinnedSigningKeys(VerifierSettings settings, string? path) : IKeyRing
{
    private readonly LiveValues<IReadOnlyList<SigningKey>> _keys = settings.Values<IReadOnlyList<SigningKey>>(path, SigningKeyText.Read);

    public string? MissingSetting => IsEmpty ? path ?? nameof(SignatureAttribute.PublicKey) : null;

    public bool IsConfigured(VerificationRequest request) => !IsEmpty;

    public ValueTask<SigningKeys> FindAsync(string? keyId, VerificationRequest request, CancellationToken cancellation) =>
        new(new SigningKeys([.. _keys.Current.SelectMany(keys => keys).Where(key => key.IsCalled(keyId))]));

    private bool IsEmpty => _keys.Current.Count == 0;
}
