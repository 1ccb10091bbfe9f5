using System.Collections.Concurrent;
using Hooklatch.Inbox;
using Hooklatch.Sqlite.Files;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What outlives a connection of the writer.</summary>
internal sealed record SessionContext
{
    public required TimeProvider Time { get; init; }

    public required InboxLimits Limits { get; init; }

    public required RunningFile Running { get; init; }

    public required DiskSpace Disk { get; init; }

    public required SqliteHooks Hooks { get; init; }

    public required ILogger Logger { get; init; }

    public required Action<long, long> Revoked { get; init; }

    /// <summary>
    /// The claims that somebody holds, by id: what the database says of them after a commit that failed may be more.
    /// The writer alone changes it.
    /// </summary>
    public ConcurrentDictionary<long, Claim> Claims { get; } = [];

    public UploadRoom UploadRoom { get; } = new();

    /// <summary>The uploads that somebody is still writing.</summary>
    public ConcurrentDictionary<long, byte> Uploads { get; } = [];
}
