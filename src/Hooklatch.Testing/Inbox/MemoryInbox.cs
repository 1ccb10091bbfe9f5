using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <summary>
/// What <see cref="InMemoryInboxStore"/> does under its lock. The steps that a store gets wrong most easily are virtual, so that the tests of the suite can
/// break each and see that the suite notices.
/// </summary>
internal partial class MemoryInbox
{
    private const int DeathsAloneToQuarantine = 3;

    private readonly List<MemoryEntry> _entries = [];
    private readonly Dictionary<long, MemoryEntry> _byId = [];
    private readonly Dictionary<(string, string), MemoryEndpoint> _endpoints = [];
    private readonly Dictionary<string, (long Id, DateTimeOffset At)> _identities = [];
    private readonly SortedSet<(DateTimeOffset At, long Id)> _delayed = [];
    private long _lastId;
    private long _lastToken;
    private long _depth;
    private long _bytes;

    protected InboxStoreContext Context { get; private set; } = null!;

    protected DateTimeOffset Now => Context.Time.GetUtcNow();

    /// <summary>Whether nothing runs, and nothing that is due waits to run.</summary>
    public bool IsIdle =>
        !(_delayed.Count > 0 && _delayed.Min.At <= Now)
        && _endpoints.Values.All(endpoint =>
            endpoint.Count(InboxState.Ready) + endpoint.Count(InboxState.Leased) + endpoint.Count(InboxState.Suspect) == 0
        );

    public virtual void Open(InboxStoreContext context)
    {
        Context = context;
        foreach (var entry in _entries.Where(entry => entry.State is InboxState.Leased).ToArray())
        {
            Bury(entry);
        }
    }

    public virtual InboxAcceptance Accept(InboxItem item, bool claim)
    {
        var identity = IdentityOf(item);
        if (identity is not null && _identities.TryGetValue(identity, out var known))
        {
            return AcceptCopy(known.Id, item.RequeuesDead);
        }

        if (IsFull(item))
        {
            return new(InboxAcceptanceKind.Full, 0);
        }

        var entry = Add(item, hasWork: true);
        if (identity is not null)
        {
            _identities[identity] = (entry.Id, Now);
            entry.Identity = identity;
        }

        entry.DueAt = Now + item.Delay;
        Enter(entry);
        var isClaimed = claim && entry.State is InboxState.Ready && !IsPaused(item.Plugin, item.Endpoint);
        return new(InboxAcceptanceKind.Accepted, entry.Id, isClaimed ? Lease(entry) : null);
    }

    public int Record(InboxItem item, InboxResult result)
    {
        if (result.State is not (InboxState.Done or InboxState.Dead))
        {
            throw new ArgumentException("What is recorded has ended: it is done or dead.", nameof(result));
        }

        var entry = Add(item, hasWork: false);
        entry.Attempts = 1;
        Note(entry, result);
        Move(entry, result.State);
        return 0;
    }

    /// <summary>What recognises a copy; null where nothing does.</summary>
    protected virtual string? IdentityOf(InboxItem item) => item.Identity.IsEmpty ? null : Convert.ToHexString(item.Identity.Span);

    /// <summary>Puts a delivery into the state that it is in from now on. The counters and what can be claimed follow.</summary>
    protected virtual void Move(MemoryEntry entry, InboxState state)
    {
        Count(entry, isIn: false);
        entry.State = state;
        entry.ChangedAt = Now;
        Count(entry, isIn: true);
    }

    private InboxAcceptance AcceptCopy(long id, bool requeues)
    {
        if (requeues && _byId.GetValueOrDefault(id) is { State: InboxState.Dead or InboxState.Quarantined } entry)
        {
            Restart(entry);
            return new(InboxAcceptanceKind.Requeued, id);
        }

        return new(InboxAcceptanceKind.Duplicate, id);
    }

    private bool IsFull(InboxItem item)
    {
        var limits = Context.Limits;
        var endpoint = EndpointOf(item.Plugin, item.Endpoint);
        return _depth + 1 > limits.MaxDepth
            || endpoint.Depth + 1 > limits.MaxDepth / 4
            || _bytes + item.Size > limits.MaxBytes
            || endpoint.Bytes + item.Size > limits.MaxBytes / 4;
    }

    private MemoryEntry Add(InboxItem item, bool hasWork)
    {
        var entry = new MemoryEntry(++_lastId, CopyOf(item) with { Identity = default }, hasWork);
        _entries.Add(entry);
        _byId.Add(entry.Id, entry);
        return entry;
    }

    /// <summary>Callers use their buffers again, and may write over what they have read.</summary>
    private static InboxItem CopyOf(InboxItem item) =>
        item with
        {
            Body = item.Body.ToArray(),
            Payload = item.Payload is { } payload ? payload.ToArray() : default(ReadOnlyMemory<byte>?),
            Details = item.Details.ToArray(),
        };

    private void Count(MemoryEntry entry, bool isIn)
    {
        if (entry.State is null || !entry.HasWork)
        {
            return;
        }

        EndpointOf(entry.Item.Plugin, entry.Item.Endpoint).Change(entry, isIn);
        if (entry.IsCounted)
        {
            _depth += isIn ? 1 : -1;
            _bytes += isIn ? entry.Item.Size : -entry.Item.Size;
        }

        if (entry.State is InboxState.Delayed && isIn)
        {
            _delayed.Add((entry.DueAt, entry.Id));
        }
        else if (entry.State is InboxState.Delayed)
        {
            _delayed.Remove((entry.DueAt, entry.Id));
        }
    }

    protected MemoryEndpoint EndpointOf(string plugin, string endpoint)
    {
        if (!_endpoints.TryGetValue((plugin, endpoint), out var found))
        {
            _endpoints.Add((plugin, endpoint), found = new(plugin, endpoint));
        }

        return found;
    }
}
