namespace Hooklatch.Inbox;

/// <summary>What a store holds of one endpoint's unfinished work. It is read from counters, never by counting rows.</summary>
public sealed record InboxDepth
{
    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How many are ready, waiting for others of their key, or suspects.</summary>
    public long Ready { get; init; }

    /// <summary>How many run.</summary>
    public long Leased { get; init; }

    /// <summary>How many are to be tried again later.</summary>
    public long Delayed { get; init; }

    /// <summary>How many are dead.</summary>
    public long Dead { get; init; }

    /// <summary>How many are quarantined.</summary>
    public long Quarantined { get; init; }

    /// <summary>The bytes of all of them.</summary>
    public long Bytes { get; init; }

    /// <summary>
    /// When the oldest of <see cref="Ready"/> and <see cref="Leased"/> was received, or its delay was over; <see langword="null"/> where there is none. Of what can be claimed now,
    /// the one that is claimed first counts: with priorities there may be one that is up to two minutes older; of what waits for others of its key, the first.
    /// </summary>
    public DateTimeOffset? OldestAt { get; init; }
}
