using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How tries ended: one row for each, below its delivery in the order in which they did.</summary>
internal sealed class OutcomeTable(Session session)
{
    /// <summary>How many tries of one delivery are told apart; after that many, the older half is dropped.</summary>
    public const long PerDelivery = 1 << 12;

    private const long Half = PerDelivery / 2;

    private readonly Statement _insert = session.Database.Prepare(
        """
        insert into outcome(id, attempt, crashes, state, started_at, elapsed, ended_at, handler, error_type, error, fingerprint)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """
    );

    private readonly Statement _lastEnd = session.Database.Prepare(
        "select ended_at from outcome where id >= ?1 and id < ?2 order by id desc limit 1"
    );

    private readonly Statement _last = session.Database.Prepare(
        "select id from outcome where id >= ?1 and id < ?2 order by id desc limit 1"
    );
    private readonly Statement _move = session.Database.Prepare("update outcome set id = id - ?3 where id >= ?1 and id < ?2");

    private readonly Statement _delete = session.Database.Prepare("delete from outcome where id >= ?1 and id < ?2");

    /// <summary>The delivery that a row belongs to.</summary>
    public static long DeliveryOf(long id) => id / PerDelivery;

    /// <summary>The id of a delivery's first row.</summary>
    public static long First(long delivery) => delivery * PerDelivery;

    /// <summary>Notes how a try ended.</summary>
    public void Add(long delivery, int attempt, int crashes, InboxResult result)
    {
        _insert.Bind(1, Next(delivery)).Bind(2, attempt).Bind(3, crashes).Bind(4, (long)result.State);
        _insert.Bind(5, result.StartedAt.UtcTicks).Bind(6, result.Elapsed.Ticks).Bind(7, session.Now).Bind(8, result.Handler);
        _insert.Bind(9, result.ErrorType).Bind(10, result.Error).Bind(11, result.Fingerprint).Run();
    }

    /// <summary>Notes that a try ended with the process.</summary>
    public void AddDeath(in WorkRow row)
    {
        var now = session.Now;
        _insert.Bind(1, Next(row.Id)).Bind(2, row.Attempt).Bind(3, row.Crashes).Bind(4, (long)row.State);
        _insert.Bind(5, now).Bind(6, 0L).Bind(7, now).BindNull(8).BindNull(9).BindNull(10).BindNull(11).Run();
    }

    /// <summary>When the last try of a delivery ended.</summary>
    public long? LastEnd(long delivery) => _lastEnd.Bind(1, First(delivery)).Bind(2, First(delivery + 1)).Number();

    private long Next(long delivery)
    {
        var (first, end) = (First(delivery), First(delivery + 1));
        var next = _last.Bind(1, first).Bind(2, end).Number() + 1 ?? first;
        if (next < end)
        {
            return next;
        }

        _delete.Bind(1, first).Bind(2, first + Half).Run();
        _move.Bind(1, first + Half).Bind(2, end).Bind(3, Half).Run();
        return next - Half;
    }

    public void Delete(long delivery) => _delete.Bind(1, First(delivery)).Bind(2, First(delivery + 1)).Run();
}
