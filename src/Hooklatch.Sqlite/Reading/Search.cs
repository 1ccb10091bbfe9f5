using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite.Reading;

/// <summary>Finds deliveries, newest first or oldest first.</summary>
internal sealed class Search
{
    private readonly Reader _reader;
    private readonly Candidates _candidates;
    private readonly Statement _delivery;
    private readonly Statement _after;

    public Search(Reader reader)
    {
        _reader = reader;
        var database = reader.Database;
        _candidates = new(database);
        _delivery = database.Prepare("select endpoint, received_at, event, delivery_id, recorded from delivery where id = ?1");
        _after = database.Prepare("select id from delivery where id > ?1 and id <= ?2 order by id limit ?3");
    }

    /// <summary>Finds a page.</summary>
    public InboxPage Find(InboxQuery query)
    {
        var wanted = new Wanted(query, query.Plugin is null ? null : _reader.Endpoints.Of(query.Plugin, query.Endpoint));
        var size = Math.Clamp(query.Size, 1, InboxQuery.MaxSize);
        var found = new List<InboxSummary>();
        var (read, last) = (0, 0L);
        foreach (var id in _candidates.Of(query))
        {
            if (found.Count == size || read == InboxQuery.MaxRowsRead)
            {
                return new(found, last);
            }

            (read, last) = (read + 1, id > 0 ? id : -id);
            if (id > 0 && IsWanted(id, wanted) && _reader.Summaries.Find(id) is { } summary && wanted.Accepts(summary))
            {
                found.Add(summary);
            }
        }

        // Oldest first, more comes in, and the reader goes on behind what was looked at. One writer gives the ids in the order of the commits.
        return new(found, query.After is not null && read > 0 ? last : null);
    }

    /// <summary>The newest delivery.</summary>
    public long Newest() => _candidates.Newest();

    /// <summary>What is to be erased, from one delivery to another, a limited number at once.</summary>
    /// <param name="what">What is to be erased.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="last">Where to end.</param>
    /// <param name="max">How many rows are read, at most.</param>
    /// <returns>What was found, and where to go on; nothing where everything was looked at.</returns>
    public (List<long> Ids, long? Next) ToErase(InboxErasure what, long after, long last, int max)
    {
        var endpoints = what.Plugin is null ? null : _reader.Endpoints.Of(what.Plugin, what.Endpoint);
        var wanted = new Wanted(new() { DeliveryId = what.DeliveryId, To = what.Before }, endpoints);
        var (ids, read, next) = (new List<long>(), 0, after);
        // What the provider's id finds is read at once: there is a bound to it.
        IEnumerable<long>? named =
            what.Id is { } one ? [one]
            : what.DeliveryId is { } deliveryId ? _candidates.OfDeliveryId(deliveryId)?.Where(id => id <= last)
            : null;
        foreach (var id in named ?? After(after, last, max))
        {
            read++;
            next = id;
            if (IsWanted(id, wanted))
            {
                ids.Add(id);
            }
        }

        return (ids, named is null && read == max ? next : null);
    }

    private bool IsWanted(long id, Wanted wanted)
    {
        if (!_delivery.Bind(1, id).Step())
        {
            return false;
        }

        var isWanted =
            wanted.Endpoints?.Contains(_delivery.Int(0)) is not false
            && (wanted.Jobs is not { } jobs || jobs == WorkName.IsJob(_reader.Endpoints[_delivery.Int(0)].Name))
            && !(_delivery.Long(1) < wanted.From)
            && !(_delivery.Long(1) >= wanted.To)
            && (wanted.Event is null || _delivery.TextEquals(2, wanted.Event))
            && (wanted.DeliveryId is null || _delivery.TextEquals(3, wanted.DeliveryId));
        var recorded = (InboxState?)_delivery.LongOrNull(4);
        _delivery.Reset();
        return isWanted && (wanted.State is not { } state || _reader.Summaries.StateOf(id, recorded) == state);
    }

    private IEnumerable<long> After(long after, long last, int max)
    {
        for (_after.Bind(1, after).Bind(2, last).Bind(3, max); _after.Step(); )
        {
            yield return _after.Long(0);
        }
    }

    /// <summary>What is asked for, as the database holds it.</summary>
    private sealed class Wanted(InboxQuery query, HashSet<int>? endpoints)
    {
        public HashSet<int>? Endpoints => endpoints;

        public bool? Jobs => query.Jobs;

        public long? From { get; } = query.From?.UtcTicks;

        public long? To { get; } = query.To?.UtcTicks;

        public byte[]? Event { get; } = query.Event is null ? null : Encoding.UTF8.GetBytes(query.Event);

        public byte[]? DeliveryId { get; } = query.DeliveryId is null ? null : Encoding.UTF8.GetBytes(query.DeliveryId);

        public InboxState? State => query.State;

        /// <summary>What is known only of the last try.</summary>
        public bool Accepts(InboxSummary summary) =>
            (query.ErrorType is null || query.ErrorType == summary.ErrorType)
            && (query.Fingerprint is null || query.Fingerprint == summary.Fingerprint);
    }
}
