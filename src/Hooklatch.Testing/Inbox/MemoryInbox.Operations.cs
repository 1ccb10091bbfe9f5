using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>What people look at and do.</content>
internal partial class MemoryInbox
{
    private readonly HashSet<InboxPause> _pauses = [];
    private readonly HashSet<string> _disabled = [];

    public InboxItem? Read(long id) => _byId.GetValueOrDefault(id) is { } entry ? CopyOf(entry.Item) : null;

    public InboxRecord? Find(long id) =>
        _byId.GetValueOrDefault(id) is { } entry
            ? new(entry.Summary, CopyOf(entry.Item), [.. entry.Tries]) { Report = entry.Report }
            : null;

    public InboxPage Search(InboxQuery query)
    {
        RequirePlugin(query.Plugin, query.Endpoint, nameof(query));
        if (query is { Before: not null, After: not null })
        {
            throw new ArgumentException("A page begins before an id or after one.", nameof(query));
        }

        var size = Math.Clamp(query.Size, 1, InboxQuery.MaxSize);
        if (query.After is { } after)
        {
            return SearchAfter(query, after, size);
        }

        var found = new List<InboxSummary>();
        var last = IndexBefore(query.Before);
        for (var (index, read) = (last, 0); index >= 0; index--, read++)
        {
            if (found.Count == size || read == InboxQuery.MaxRowsRead)
            {
                return new(found, _entries[index + 1].Id);
            }

            if (_entries[index].Summary is var summary && Matches(summary, query))
            {
                found.Add(summary);
            }
        }

        return new(found, null);
    }

    private InboxPage SearchAfter(InboxQuery query, long after, int size)
    {
        var found = new List<InboxSummary>();
        long? last = null;
        // The first one whose id is larger.
        var index = IndexBefore(after) + 1;
        index += index < _entries.Count && _entries[index].Id == after ? 1 : 0;
        for (var read = 0; index < _entries.Count && found.Count < size && read < InboxQuery.MaxRowsRead; index++, read++)
        {
            last = _entries[index].Id;
            if (_entries[index].Summary is var summary && Matches(summary, query))
            {
                found.Add(summary);
            }
        }

        return new(found, last);
    }

    public virtual IReadOnlyList<InboxDepth> GetDepth() =>
        [
            .. _endpoints.Values.Select(endpoint => new InboxDepth
            {
                Plugin = endpoint.Plugin,
                Endpoint = endpoint.Name,
                Ready = endpoint.Count(InboxState.Ready) + endpoint.Count(InboxState.Waiting) + endpoint.Count(InboxState.Suspect),
                Leased = endpoint.Count(InboxState.Leased),
                Delayed = endpoint.Count(InboxState.Delayed),
                Dead = endpoint.Count(InboxState.Dead),
                Quarantined = endpoint.Count(InboxState.Quarantined),
                Bytes = endpoint.Bytes,
                OldestAt = OldestOf(endpoint),
            }),
        ];

    private DateTimeOffset? OldestOf(MemoryEndpoint endpoint) =>
        endpoint
            .Ready.Take(1)
            .Select(ready => ready.Id)
            .Concat(endpoint.Waiting.Take(1))
            .Concat(endpoint.Suspects.Take(1))
            .Concat(endpoint.Leased)
            .Min(id => (DateTimeOffset?)_byId[id].Item.ReadyAt);

    public virtual long? Replay(long id)
    {
        if (!_byId.TryGetValue(id, out var entry))
        {
            return null;
        }

        var copy = Add(entry.Item with { ReceivedAt = Now, ReplayOf = id, Delay = TimeSpan.Zero }, hasWork: true);
        Enter(copy);
        return copy.Id;
    }

    public bool Requeue(long id)
    {
        var entry = _byId.GetValueOrDefault(id);
        if (entry is not { HasWork: true, State: InboxState.Dead or InboxState.Quarantined or InboxState.Dismissed or InboxState.Delayed })
        {
            return false;
        }

        Restart(entry);
        return true;
    }

    public virtual bool Dismiss(long id)
    {
        var entry = _byId.GetValueOrDefault(id);
        if (entry is not { HasWork: true } || entry.State is InboxState.Done or InboxState.Dismissed)
        {
            return false;
        }

        if (entry.State is InboxState.Leased)
        {
            Context.Revoked(id, entry.Token);
        }

        Move(entry, InboxState.Dismissed);
        Leave(entry);
        ForgetIdentity(entry);
        return true;
    }

    public int SetPaused(InboxPause what, bool isPaused)
    {
        _ = isPaused ? _pauses.Add(what) : _pauses.Remove(what);
        return 0;
    }

    public IReadOnlyList<InboxPause> GetPauses() => [.. _pauses];

    public int SetDisabled(string plugin, bool isDisabled)
    {
        _ = isDisabled ? _disabled.Add(plugin) : _disabled.Remove(plugin);
        return 0;
    }

    public IReadOnlyList<string> GetDisabled() => [.. _disabled];

    /// <summary>Lets a delivery begin anew.</summary>
    protected virtual void Restart(MemoryEntry entry)
    {
        (entry.Attempts, entry.Crashes, entry.DeathsAlone) = (0, 0, 0);
        if (entry.Identity is { } identity)
        {
            _identities.TryAdd(identity, (entry.Id, Now));
        }

        if (entry.State is InboxState.Delayed)
        {
            Move(entry, InboxState.Ready);
            entry.DueAt = default;
        }
        else
        {
            entry.DueAt = default;
            Enter(entry);
        }
    }

    protected virtual bool IsPaused(string plugin, string endpoint) =>
        _pauses.Contains(new(plugin, null)) || _pauses.Contains(new(plugin, endpoint));

    private static bool Matches(InboxSummary summary, InboxQuery query) =>
        (query.Plugin is null || query.Plugin == summary.Plugin)
        && (query.Endpoint is null || query.Endpoint == summary.Endpoint)
        && (query.Jobs is null || query.Jobs == !summary.Endpoint.StartsWith('/'))
        && (query.Event is null || query.Event == summary.Event)
        && (query.DeliveryId is null || query.DeliveryId == summary.DeliveryId)
        && (query.State is null || query.State == summary.State)
        && (query.From is null || summary.ReceivedAt >= query.From)
        && (query.To is null || summary.ReceivedAt < query.To)
        && (query.ErrorType is null || query.ErrorType == summary.ErrorType)
        && (query.Fingerprint is null || query.Fingerprint == summary.Fingerprint);

    /// <summary>The place of the newest delivery that is older than the one of an id; -1 where there is none.</summary>
    private int IndexBefore(long? id)
    {
        var (low, high) = (0, _entries.Count);
        while (id is not null && low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Id < id ? (middle + 1, high) : (low, middle);
        }

        return high - 1;
    }

    private static void RequirePlugin(string? plugin, string? endpoint, string parameter)
    {
        if (endpoint is not null && plugin is null)
        {
            throw new ArgumentException("An endpoint is named together with its plugin.", parameter);
        }
    }
}
