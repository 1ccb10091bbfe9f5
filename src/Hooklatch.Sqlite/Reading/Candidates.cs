using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite.Reading;

/// <summary>
/// The ids that come into question for a search, in one direction or the other. What is asked for decides which index names them; each counts as a row that was
/// read.
/// </summary>
internal sealed class Candidates(Database database)
{
    /// <summary>Larger than any id, and small enough to be multiplied.</summary>
    public const long Beyond = 1L << 50;

    private readonly Directed _all = new(database, (than, order) => $"select id from delivery where id {than} ?1 order by id {order}");
    private readonly Directed _work = new(database, (than, order) => $"select id, state from work where id {than} ?1 order by id {order}");
    private readonly Directed _dead = new(
        database,
        (than, order) => $"select id from work where id {than} ?1 and state > 5 and state = ?2 order by id {order}"
    );

    private readonly Directed _recorded = new(
        database,
        (than, order) =>
            $"select id from delivery where id {than} ?1 and recorded is not null and recorded <> 5 and recorded = ?2 order by id {order}"
    );

    private readonly Directed _dismissed = new(
        database,
        (than, order) => $"select id from dismissed where id {than} ?1 order by id {order}"
    );
    private readonly Directed _fingerprint = new(
        database,
        (than, order) => $"select id from outcome where id {than} ?1 and fingerprint = ?2 order by id {order}"
    );
    private readonly Directed _errorType = new(
        database,
        (than, order) => $"select id from outcome where id {than} ?1 and error_type = ?2 order by id {order}"
    );
    private readonly Statement _identity = database.Prepare("select delivery from identity where key >= ?1 and key <= ?2 limit ?3");

    /// <summary>The ids, negative for a row that was read and does not come into question.</summary>
    public IEnumerable<long> Of(InboxQuery query)
    {
        var isUp = query.After is not null;
        var from = isUp ? Math.Clamp(query.After!.Value, 0, Beyond) : Math.Min(query.Before ?? Beyond, Beyond);
        return query switch
        {
            { DeliveryId: { } id } when OfDeliveryId(id) is { } ids => isUp
                ? ids.Where(each => each > from)
                : ids.AsEnumerable().Reverse().Where(each => each < from),
            { Fingerprint: { } fingerprint } => OfOutcomes(_fingerprint[isUp].Bind(2, fingerprint), from, isUp),
            { ErrorType: { } type } => OfOutcomes(_errorType[isUp].Bind(2, type), from, isUp),
            { State: InboxState.Dead or InboxState.Quarantined } => Merge(
                Ids(_dead[isUp].Bind(1, from).Bind(2, (long)query.State)),
                Ids(_recorded[isUp].Bind(1, from).Bind(2, (long)query.State)),
                isUp
            ),
            { State: InboxState.Dismissed } => Ids(_dismissed[isUp].Bind(1, from)),
            { State: { } state and not InboxState.Done } => InState(_work[isUp].Bind(1, from), state),
            _ => Ids(_all[isUp].Bind(1, from)),
        };
    }

    /// <summary>The newest delivery.</summary>
    public long Newest() => _all[isUp: false].Bind(1, Beyond).Number() ?? 0;

    /// <summary>All that the provider's id finds, oldest first; <see langword="null"/> where there are too many.</summary>
    public List<long>? OfDeliveryId(string deliveryId)
    {
        var (first, last) = IdentityKey.RangeOf(deliveryId);
        var ids = new List<long>();
        for (_identity.Bind(1, first.AsSpan()).Bind(2, last.AsSpan()).Bind(3, InboxQuery.MaxRowsRead); _identity.Step(); )
        {
            ids.Add(_identity.Long(0));
        }

        ids.Sort();
        return ids.Count == InboxQuery.MaxRowsRead ? null : ids;
    }

    private static IEnumerable<long> InState(Statement statement, InboxState state)
    {
        while (statement.Step())
        {
            yield return statement.Int(1) == (int)state ? statement.Long(0) : -statement.Long(0);
        }
    }

    private static IEnumerable<long> OfOutcomes(Statement statement, long from, bool isUp)
    {
        var last = 0L;
        for (statement.Bind(1, isUp ? OutcomeTable.First(from + 1) - 1 : OutcomeTable.First(from)); statement.Step(); )
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

    private static IEnumerable<long> Merge(IEnumerable<long> first, IEnumerable<long> second, bool isUp)
    {
        using var left = first.GetEnumerator();
        using var right = second.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            if (!hasRight || (hasLeft && left.Current < right.Current == isUp))
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

    /// <summary>A statement for each direction.</summary>
    private sealed class Directed(Database database, Func<string, string, string> sql)
    {
        private readonly Statement _up = database.Prepare(sql(">", "asc"));
        private readonly Statement _down = database.Prepare(sql("<", "desc"));

        public Statement this[bool isUp] => isUp ? _up : _down;
    }
}
