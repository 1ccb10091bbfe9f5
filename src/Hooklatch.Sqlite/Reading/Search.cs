using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite.Reading;

/// <summary>
/// Finds deliveries, newest first. What is asked for decides which index names the candidates; each of them counts as a row that was read.
/// </summary>
internal sealed class Search
{
    /// <summary>Larger than any id, and small enough to be multiplied.</summary>
    private const long Beyond = 1L << 50;

    private readonly Reader _reader;
    private readonly Statement _all;
    private readonly Statement _work;
    private readonly Statement _dead;
    private readonly Statement _recorded;
    private readonly Statement _dismissed;
    private readonly Statement _fingerprint;
    private readonly Statement _errorType;
    private readonly Statement _identity;
    private readonly Statement _delivery;
    private readonly Statement _after;

    public Search(Reader reader)
    {
        _reader = reader;
        var database = reader.Database;
        _all = database.Prepare("select id from delivery where id < ?1 order by id desc");
        _work = database.Prepare("select id, state from work where id < ?1 order by id desc");
        _dead = database.Prepare("select id from work where state > 5 and state = ?1 and id < ?2 order by id desc");
        _recorded = database.Prepare(
            "select id from delivery where recorded is not null and recorded <> 5 and recorded = ?1 and id < ?2 order by id desc"
        );
        _dismissed = database.Prepare("select id from dismissed where id < ?1 order by id desc");
        _fingerprint = database.Prepare("select id from outcome where fingerprint = ?1 and id < ?2 order by id desc");
        _errorType = database.Prepare("select id from outcome where error_type = ?1 and id < ?2 order by id desc");
        _identity = database.Prepare("select delivery from identity where key >= ?1 and key <= ?2 limit ?3");
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
        foreach (var id in Candidates(query, Math.Min(query.Before ?? Beyond, Beyond)))
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

        return new(found, null);
    }

    /// <summary>The newest delivery.</summary>
    public long Newest()
    {
        var newest = _all.Bind(1, Beyond).Number() ?? 0;
        return newest;
    }

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
        foreach (var id in what.Id is { } one ? [one] : After(after, last, max))
        {
            read++;
            next = id;
            if (IsWanted(id, wanted))
            {
                ids.Add(id);
            }
        }

        return (ids, what.Id is null && read == max ? next : null);
    }

    /// <summary>All that the provider's id finds; <see langword="null"/> where there are too many.</summary>
    public List<long>? OfDeliveryId(string deliveryId)
    {
        var (first, last) = IdentityKey.RangeOf(deliveryId);
        var ids = new List<long>();
        for (_identity.Bind(1, first.AsSpan()).Bind(2, last.AsSpan()).Bind(3, InboxQuery.MaxRowsRead); _identity.Step(); )
        {
            ids.Add(_identity.Long(0));
        }

        ids.Sort();
        ids.Reverse();
        return ids.Count == InboxQuery.MaxRowsRead ? null : ids;
    }

    /// <summary>The ids that come into question, newest first; negative for a row that was read and does not.</summary>
    private IEnumerable<long> Candidates(InboxQuery query, long before) =>
        query switch
        {
            { DeliveryId: { } id } when OfDeliveryId(id) is { } ids => ids.Where(each => each < before),
            { Fingerprint: { } fingerprint } => OfOutcomes(_fingerprint.Bind(1, fingerprint), before),
            { ErrorType: { } type } => OfOutcomes(_errorType.Bind(1, type), before),
            { State: InboxState.Dead or InboxState.Quarantined } => Merge(
                Ids(_dead.Bind(1, (long)query.State).Bind(2, before)),
                Ids(_recorded.Bind(1, (long)query.State).Bind(2, before))
            ),
            { State: InboxState.Dismissed } => Ids(_dismissed.Bind(1, before)),
            { State: { } state and not InboxState.Done } => InState(state, before),
            _ => Ids(_all.Bind(1, before)),
        };

    private bool IsWanted(long id, Wanted wanted)
    {
        if (!_delivery.Bind(1, id).Step())
        {
            return false;
        }

        var isWanted =
            wanted.Endpoints?.Contains(_delivery.Int(0)) is not false
            && !(_delivery.Long(1) < wanted.From)
            && !(_delivery.Long(1) >= wanted.To)
            && (wanted.Event is null || _delivery.TextEquals(2, wanted.Event))
            && (wanted.DeliveryId is null || _delivery.TextEquals(3, wanted.DeliveryId));
        var recorded = (InboxState?)_delivery.LongOrNull(4);
        _delivery.Reset();
        return isWanted && (wanted.State is not { } state || _reader.Summaries.StateOf(id, recorded) == state);
    }

    private IEnumerable<long> InState(InboxState state, long before)
    {
        for (_work.Bind(1, before); _work.Step(); )
        {
            yield return _work.Int(1) == (int)state ? _work.Long(0) : -_work.Long(0);
        }
    }

    private IEnumerable<long> After(long after, long last, int max)
    {
        for (_after.Bind(1, after).Bind(2, last).Bind(3, max); _after.Step(); )
        {
            yield return _after.Long(0);
        }
    }

    private static IEnumerable<long> OfOutcomes(Statement statement, long before)
    {
        var last = 0L;
        for (statement.Bind(2, OutcomeTable.First(before)); statement.Step(); )
        {
            var id = OutcomeTable.DeliveryOf(statement.Long(0));
            yield return id == last ? -id : id;
            last = id;
        }
    }

    private static IEnumerable<long> Ids(Statement statement)
    {
        while (statement.Step())
        {
            yield return statement.Long(0);
        }
    }

    private static IEnumerable<long> Merge(IEnumerable<long> first, IEnumerable<long> second)
    {
        using var left = first.GetEnumerator();
        using var right = second.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            if (!hasRight || (hasLeft && left.Current > right.Current))
            {
                yield return left.Current;
                hasLeft = left.MoveNext();
            }
            else
            {
                yield return right.Current;
                hasRight = right.MoveNext();
            }
        }
    }

    /// <summary>What is asked for, as the database holds it.</summary>
    private sealed class Wanted(InboxQuery query, HashSet<int>? endpoints)
    {
        public HashSet<int>? Endpoints => endpoints;

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
