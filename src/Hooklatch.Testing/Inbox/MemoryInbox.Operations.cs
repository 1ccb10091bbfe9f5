using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>What people look at and do.</content>
internal partial class MemoryInbox
{
    private readonly HashSet<InboxPause> _pauses = [];

    public InboxItem? Read(long id) => _byId.GetValueOrDefault(id) is { } entry ? CopyOf(entry.Item) : null;

    public InboxRecord? Find(long id) =>
        _byId.GetValueOrDefault(id) is { } entry ? new(entry.Summary, CopyOf(entry.Item), [.. entry.Tries]) : null;

    public InboxPage Search(InboxQuery query)
    {
        RequirePlugin(query.Plugin, query.Endpoint, nameof(query));
        var size = Math.Clamp(query.Size, 1, InboxQuery.MaxSize);
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
                OldestAt = endpoint.Current.Count > 0 ? _byId[endpoint.Current.Min].Item.ReceivedAt : null,
            }),
        ];

    public virtual long? Replay(long id)
    {
        if (!_byId.TryGetValue(id, out var entry))
        {
            return null;
        }

        var copy = Add(entry.Item with { ReceivedAt = Now, ReplayOf = id }, hasWork: true);
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

    public bool Dismiss(long id)
    {
        var entry = _byId.GetValueOrDefault(id);
        if (entry is not { HasWork: true } || entry.State is InboxState.Leased or InboxState.Done or InboxState.Dismissed)
        {
            return false;
        }

        Move(entry, InboxState.Dismissed);
        Leave(entry);
        return true;
    }

    public int SetPaused(InboxPause what, bool isPaused)
    {
        _ = isPaused ? _pauses.Add(what) : _pauses.Remove(what);
        return 0;
    }

    public IReadOnlyList<InboxPause> GetPauses() => [.. _pauses];

    /// <summary>Lets a delivery begin anew.</summary>
    protected virtual void Restart(MemoryEntry entry)
    {
        (entry.Attempts, entry.Crashes, entry.DeathsAlone) = (0, 0, 0);
        if (entry.State is InboxState.Delayed)
        {
            Move(entry, InboxState.Ready);
        }
        else
        {
            Enter(entry);
        }
    }

    protected virtual bool IsPaused(string plugin, string endpoint) =>
        _pauses.Contains(new(plugin, null)) || _pauses.Contains(new(plugin, endpoint));

    private static bool Matches(InboxSummary summary, InboxQuery query) =>
        (query.Plugin is null || query.Plugin == summary.Plugin)
        && (query.Endpoint is null || query.Endpoint == summary.Endpoint)
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
