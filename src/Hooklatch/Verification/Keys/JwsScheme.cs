using System.Text.Json;
using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Verification.Keys;

/// <summary>How a provider puts a token over its body.</summary>
internal sealed record JwsScheme
{
    /// <summary>The header that holds the token.</summary>
    public required string Header { get; init; }

    /// <summary>The one algorithm.</summary>
    public required JwsAlgorithm Algorithm { get; init; }

    /// <summary>Where the public keys are from; <see langword="null"/> where the algorithm takes a secret.</summary>
    public IKeyRing? Keys { get; init; }

    /// <summary>What is wrong with claims that are verified already; <see langword="null"/> where nothing is.</summary>
    public required Func<JsonElement, VerificationRequest, Verdict?> CheckClaims { get; init; }
}
