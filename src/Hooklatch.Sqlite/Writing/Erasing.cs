using Hooklatch.Inbox;

namespace Hooklatch.Sqlite.Writing;

/// <summary>How deliveries are erased.</summary>
internal sealed class Erasing(Session session)
{
    /// <summary>Erases deliveries with all that is known of them.</summary>
    /// <param name="ids">Which.</param>
    /// <param name="revoked">Takes the claims of those that run.</param>
    /// <returns>How many there were.</returns>
    public long Erase(IReadOnlyList<long> ids, List<(long Id, long Token)> revoked)
    {
        var count = 0;
        foreach (var id in ids)
        {
            if (session.Deliveries.Find(id) is not { } delivery)
            {
                continue;
            }

            if (session.Work.Find(id) is { } row)
            {
                session.NoteEnded(id, row.Token);
                if (row.State == InboxState.Leased)
                {
                    revoked.Add((id, row.Token));
                }

                session.Work.Remove(row);
                session.Work.PassTurn(row);
            }

            session.Deliveries.Drop(delivery, withIdentity: true);
            count++;
        }

        return count;
    }
}
