using Microsoft.Extensions.Logging;

namespace Hooklatch.Inbox;

/// <summary>What a store is opened with.</summary>
public sealed record InboxStoreContext
{
    /// <summary>The clock, for a store that has none of its own.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>How much it takes.</summary>
    public required InboxLimits Limits { get; init; }

    /// <summary>The directory that a store which lies in files uses, unless it is configured otherwise. It may not exist yet.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Called for a claim of this host that is none any more, with its id and token: the delivery was dismissed, or its lease was lost. Whatever its handler
    /// does counts no longer, and it is told to end. It returns at once and does not throw.
    /// </summary>
    public Action<long, long> Revoked { get; init; } = static (_, _) => { };

    /// <summary>Called where there may be something to claim that this host was not told of. It returns at once and does not throw.</summary>
    public Action MayHaveWork { get; init; } = static () => { };

    /// <summary>Where the store logs.</summary>
    public required ILogger Logger { get; init; }
}
