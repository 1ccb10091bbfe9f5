namespace Hooklatch.Management;

/// <summary>Something that happened to a delivery.</summary>
internal sealed record TimelineEntry
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What, for people.</summary>
    public required string What { get; init; }

    /// <summary>Whether something went wrong.</summary>
    public bool IsTrouble { get; init; }
}
