using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How what is no longer kept is dropped, a limited part at a time.</summary>
/// <remarks>
/// Deliveries are looked at from the oldest on, until one is young enough that no later one can be too old. Where a call ended in between, the next one
/// goes on there.
/// </remarks>
internal sealed class Sweeping(Session session)
{
    private const int MaxDropped = 200;
    private const int MaxRead = 2000;

    private readonly Statement _pages = session.Database.Prepare("pragma page_count");
    private readonly long _pageSize = session.Database.Number("pragma page_size") ?? 0;

    private long _delivery;
    private (long At, byte[] Key) _identity = (long.MinValue, []);

    /// <summary>Drops a part of what is no longer kept.</summary>
    /// <returns>Whether there is more.</returns>
    public bool Sweep(InboxRetention retention)
    {
        // What was dropped counts as used until its pieces are gone.
        var hasMore = session.Bodies.DropOrphans() || SweepDeliveries(retention);
        hasMore = session.Values.DropExpired(MaxDropped) || hasMore;
        hasMore = session.Audit.Drop(session.Now - retention.AuditAge.Ticks, retention.MaxAuditEntries, MaxDropped) || hasMore;
        return SweepIdentities(session.Now - retention.IdentityAge.Ticks) || hasMore;
    }

    private bool SweepDeliveries(InboxRetention retention)
    {
        var now = session.Now;
        var tooOld = now - retention.MaxAge.Ticks;
        var (dropped, freed) = (0, 0L);
        var rows = session.Deliveries.ReadAfter(_delivery, MaxRead);
        foreach (var (id, receivedAt) in rows)
        {
            var isTooMuch = UsedBytes() > retention.MaxBytes;
            // A clock that was wrong once must not stop this until that time comes.
            if (!isTooMuch && receivedAt > tooOld && receivedAt <= now + TimeSpan.TicksPerDay)
            {
                _delivery = 0;
                return false;
            }

            if (dropped == MaxDropped || freed >= BodyTable.FreedPerTransaction)
            {
                return true;
            }

            _delivery = id;
            if (!session.Work.Exists(id) && (isTooMuch || EndOf(id, receivedAt) <= tooOld))
            {
                var row = session.Deliveries.Find(id)!;
                session.Deliveries.Drop(row, withIdentity: false);
                dropped++;
                // Pieces are dropped by the next call.
                freed += row.Size > Chunks.Threshold ? BodyTable.FreedPerTransaction : row.Size;
            }
        }

        var hasMore = rows.Count == MaxRead;
        _delivery = hasMore ? _delivery : 0;
        return hasMore || freed >= BodyTable.FreedPerTransaction;
    }

    private bool SweepIdentities(long tooOld)
    {
        var rows = session.Identities.ReadOld(_identity, tooOld, MaxRead);
        foreach (var (key, delivery, at) in rows)
        {
            _identity = (at, key);
            if (!session.Work.Exists(delivery))
            {
                session.Identities.Expire(key, delivery, isKept: session.Deliveries.Find(delivery) is not null);
            }
        }

        var hasMore = rows.Count == MaxRead;
        _identity = hasMore ? _identity : (long.MinValue, []);
        return hasMore;
    }

    private long EndOf(long id, long receivedAt) => session.Deliveries.FindDismissed(id)?.At ?? session.Outcomes.LastEnd(id) ?? receivedAt;

    private long UsedBytes() => ((_pages.Number() ?? 0) * _pageSize) - session.FreeBytes - session.Values.Bytes;
}
