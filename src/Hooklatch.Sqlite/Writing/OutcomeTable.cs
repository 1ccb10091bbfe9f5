using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How tries ended: one row for each, below its delivery in the order of the claims.</summary>
internal sealed class OutcomeTable(Session session)
{
    /// <summary>How many tries of one delivery are told apart; after that many, the oldest are written over.</summary>
    public const long PerDelivery = 1 << 12;

    private readonly Statement _insert = session.Database.Prepare(
        """
        insert or replace into outcome(id, attempt, crashes, state, started_at, elapsed, ended_at, handler, error_type, error, fingerprint)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """
    );

    private readonly Statement _lastEnd = session.Database.Prepare(
        "select ended_at from outcome where id >= ?1 and id < ?2 order by id desc limit 1"
    );

    private readonly Statement _delete = session.Database.Prepare("delete from outcome where id >= ?1 and id < ?2");

    /// <summary>The delivery that a row belongs to.</summary>
    public static long DeliveryOf(long id) => id / PerDelivery;

    /// <summary>The id of a delivery's first row.</summary>
    public static long First(long delivery) => delivery * PerDelivery;

    /// <summary>Notes how a try ended.</summary>
    public void Add(long delivery, long token, int attempt, int crashes, InboxResult result)
    {
        _insert.Bind(1, First(delivery) + (token % PerDelivery)).Bind(2, attempt).Bind(3, crashes).Bind(4, (long)result.State);
        _insert.Bind(5, result.StartedAt.UtcTicks).Bind(6, result.Elapsed.Ticks).Bind(7, session.Now).Bind(8, result.Handler);
        _insert.Bind(9, result.ErrorType).Bind(10, result.Error).Bind(11, result.Fingerprint).Run();
    }

    /// <summary>Notes that a try ended with the process.</summary>
    public void AddDeath(in WorkRow row)
    {
        var now = session.Now;
        _insert.Bind(1, First(row.Id) + (row.Token % PerDelivery)).Bind(2, row.Attempt).Bind(3, row.Crashes).Bind(4, (long)row.State);
        _insert.Bind(5, now).Bind(6, 0L).Bind(7, now).BindNull(8).BindNull(9).BindNull(10).BindNull(11).Run();
    }

    /// <summary>When the last try of a delivery ended.</summary>
    public long? LastEnd(long delivery) => _lastEnd.Bind(1, First(delivery)).Bind(2, First(delivery + 1)).Number();

    public void Delete(long delivery) => _delete.Bind(1, First(delivery)).Bind(2, First(delivery + 1)).Run();
}
