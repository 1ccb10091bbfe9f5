using System.Security.Cryptography;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>How a provider signs its body with a key that the delivery names: ECDSA on P-256, in DER.</summary>
internal sealed record NamedKeyScheme
{
    /// <summary>The headers that must stand once.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>The hash of the body.</summary>
    public required HashAlgorithmName Hash { get; init; }

    /// <summary>Where the keys are from.</summary>
    public required IKeyRing Keys { get; init; }

    /// <summary>What the headers say; <see langword="null"/> where they are malformed.</summary>
    public required Func<VerificationRequest, NamedSignature?> Read { get; init; }
}
