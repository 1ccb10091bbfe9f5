using Hooklatch.Signing;

namespace Hooklatch.Verification;

/// <summary>How a request is signed so that an endpoint takes it, with what is configured for the endpoint.</summary>
/// <param name="Signer">What signs it; <see langword="null"/> where nothing is signed.</param>
/// <param name="KeyPath">Where the secret is in the plugin's configuration.</param>
internal sealed record SenderSigning(IRequestSigner? Signer, string? KeyPath)
{
    /// <summary>Why it cannot be signed, as a sentence; <see langword="null"/> where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Which of the secrets signs it, counted from 0.</summary>
    public int KeyIndex { get; init; }

    /// <summary>One that cannot be signed.</summary>
    public static SenderSigning Impossible(string why) => new(null, null) { Obstacle = why };

    /// <summary>Whose secrets only their source knows, by a request.</summary>
    public static SenderSigning OfTenants => Impossible("Each tenant has a secret of its own here, and a test is of none of them.");

    /// <summary>Who signs with a key that is not configured here.</summary>
    public static SenderSigning OfPrivateKey =>
        Impossible("It is signed with a private key that only the sender has; the host knows the public one.");
}
