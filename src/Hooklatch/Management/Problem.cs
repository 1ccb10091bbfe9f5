namespace Hooklatch.Management;

/// <summary>Why a request was not answered (RFC 9457).</summary>
internal sealed record Problem
{
    /// <summary>What went wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The status.</summary>
    public int Status { get; init; }

    /// <summary>More of it, and what to do.</summary>
    public string? Detail { get; init; }
}
