using Hooklatch.Http;
using Hooklatch.Signing.Refusals;

namespace Hooklatch.Cli.Verifying;

/// <summary>What came of a verification without a host.</summary>
internal sealed record OfflineVerdict
{
    /// <summary>How the sender is verified.</summary>
    public required string Description { get; init; }

    /// <summary>Why it is rejected; <see langword="null"/> where it is verified.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>The setting that is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>Which secret it was verified with.</summary>
    public int? SecretIndex { get; init; }

    /// <summary>What was read, signed and tried.</summary>
    public RefusalExplanation? Explanation { get; init; }

    /// <summary>Whether it is verified.</summary>
    public bool IsVerified => Rejection is null;
}
