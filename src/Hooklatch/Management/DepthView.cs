namespace Hooklatch.Management;

/// <summary>Unfinished work.</summary>
internal sealed record DepthView
{
    /// <summary>Ready, waiting for others of their key, or suspects.</summary>
    public long Ready { get; init; }

    /// <summary>Running.</summary>
    public long Running { get; init; }

    /// <summary>To be tried again later.</summary>
    public long Delayed { get; init; }

    /// <summary>Dead.</summary>
    public long Dead { get; init; }

    /// <summary>Quarantined.</summary>
    public long Quarantined { get; init; }

    /// <summary>The bytes of all of them.</summary>
    public long Bytes { get; init; }

    /// <summary>When the oldest that could run was received.</summary>
    public DateTimeOffset? OldestAt { get; init; }
}
