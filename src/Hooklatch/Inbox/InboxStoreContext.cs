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

    /// <summary>Where the store logs.</summary>
    public required ILogger Logger { get; init; }
}
