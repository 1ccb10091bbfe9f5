using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What persons have changed.</summary>
internal sealed class AuditTable(Session session)
{
    private readonly Statement _insert = session.Database.Prepare(
        "insert into audit(at, who, action, target, detail, peer) values (?1, ?2, ?3, ?4, ?5, ?6)"
    );

    private readonly Statement _newest = session.Database.Prepare("select id from audit where id > 0 order by id desc limit 1");
    private readonly Statement _oldest = session.Database.Prepare("select id, at from audit where id > 0 order by id limit ?1");
    private readonly Statement _delete = session.Database.Prepare("delete from audit where id <= ?1");

    public bool Add(InboxAuditEntry entry)
    {
        _insert.Bind(1, entry.At.UtcTicks).Bind(2, entry.Who).Bind(3, entry.Action).Bind(4, entry.Target);
        _insert.Bind(5, entry.Detail).Bind(6, entry.Peer).Run();
        return true;
    }

    /// <summary>Drops the oldest of what is too old or too much. There are no gaps between ids.</summary>
    /// <param name="tooOld">The time at which it is too old.</param>
    /// <param name="kept">How many are kept.</param>
    /// <param name="max">How many are dropped at once.</param>
    /// <returns>Whether there is more.</returns>
    public bool Drop(long tooOld, long kept, int max)
    {
        var tooMany = (_newest.Number() ?? 0) - kept;
        var (dropped, last) = (0, 0L);
        for (_oldest.Bind(1, max); _oldest.Step() && (_oldest.Long(0) <= tooMany || _oldest.Long(1) <= tooOld); dropped++)
        {
            last = _oldest.Long(0);
        }

        _oldest.Reset();
        if (dropped > 0)
        {
            _delete.Bind(1, last).Run();
        }

        return dropped == max;
    }
}
