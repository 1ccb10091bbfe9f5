using System.Text.Json;

namespace Hooklatch.Cli.Verifying;

/// <summary>A verification for scripts.</summary>
internal sealed record VerifyResult
{
    /// <summary>The preset.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether the request is verified.</summary>
    public bool Verified { get; init; }

    /// <summary>Which secret it was verified with, counted from 0.</summary>
    public int? SecretIndex { get; init; }

    /// <summary>The probable cause: <c>rewrittenJson</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>All causes, the best first, for people.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>What was read, signed and tried, as a host explains it.</summary>
    public JsonElement? Explanation { get; init; }
}
