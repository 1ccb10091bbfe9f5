using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>
/// The public keys with which a provider signs: pinned in the configuration (<see cref="PinnedSigningKeys"/>), fetched from an address of the
/// author's (<see cref="FetchedSigningKeys"/>), or known by the host (<see cref="HostSigningKeys"/>). A verifier asks by name and trusts what
/// it is given; no key comes with a delivery.
/// </summary>
internal interface IKeyRing
{
    /// <summary>The path of a setting without which there are no keys; <see langword="null"/> when nothing is missing.</summary>
    string? MissingSetting { get; }

    /// <summary>Whether there can be a key for a request to this host, seen before its body is read.</summary>
    bool IsConfigured(VerificationRequest request);

    /// <summary>The keys of a name.</summary>
    /// <param name="keyId">The name as the delivery writes it; <see langword="null"/> where it names none.</param>
    /// <param name="request">The delivery.</param>
    /// <param name="cancellation">Cancelled when the sender goes away.</param>
    ValueTask<SigningKeys> FindAsync(string? keyId, VerificationRequest request, CancellationToken cancellation);

    /// <summary>Notes that a key of this name has verified a delivery.</summary>
    void Prove(string? keyId) { }
}
