using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What people do with deliveries and endpoints, and what they ask of the writer.</summary>
internal sealed class Acting(Session session)
{
    private readonly Statement _pause = session.Database.Prepare("insert or ignore into pause(plugin, endpoint) values (?1, ?2)");
    private readonly Statement _resume = session.Database.Prepare("delete from pause where plugin = ?1 and endpoint = ?2");

    private readonly Statement _disable = session.Database.Prepare("insert or ignore into disabled_plugin(plugin) values (?1)");
    private readonly Statement _enable = session.Database.Prepare("delete from disabled_plugin where plugin = ?1");

    /// <summary>Makes a delivery ready that is dead, quarantined, dismissed or delayed.</summary>
    public bool Requeue(long id)
    {
        if (session.Work.Find(id) is { } row)
        {
            if (row.State is not (InboxState.Dead or InboxState.Quarantined or InboxState.Delayed))
            {
                return false;
            }

            Restart(row);
            return true;
        }

        if (session.Deliveries.FindDismissed(id) is not { } dismissed || session.Deliveries.Find(id) is not { } delivery)
        {
            return false;
        }

        session.Deliveries.Undismiss(id);
        session.Identities.Restore(delivery);
        session.Work.Add(
            new()
            {
                Id = id,
                Endpoint = delivery.Endpoint,
                State = session.Work.Begin(delivery.Endpoint, delivery.OrderKey),
                Size = delivery.Size,
                ReadyAt = delivery.ReadyAt,
                OrderKey = delivery.OrderKey,
                RanksAt = delivery.RanksAt,
                ForgetsIdentity = delivery.ForgetsIdentity,
                Token = dismissed.Token,
            }
        );
        return true;
    }

    /// <summary>Lets a delivery begin anew. One that is delayed has its turn already.</summary>
    public void Restart(in WorkRow row) =>
        session.Work.Change(
            row,
            row with
            {
                State = row.State == InboxState.Delayed ? InboxState.Ready : session.Work.Begin(row.Endpoint, row.OrderKey),
                DueAt = 0,
                Attempt = 0,
                Crashes = 0,
                Deaths = 0,
                IsSuspect = false,
            }
        );

    /// <summary>Puts a delivery aside that is not done.</summary>
    /// <returns>What it was before.</returns>
    public WorkRow? Dismiss(long id)
    {
        if (session.Work.Find(id) is not { } row)
        {
            return null;
        }

        if (row.State == InboxState.Leased)
        {
            session.NoteEnded(id, row.Token);
        }

        session.Work.Remove(row);
        session.Deliveries.Dismiss(row);
        session.Identities.End(row);
        session.Work.PassTurn(row);
        return row;
    }

    /// <summary>Holds the deliveries of an endpoint or a plugin, or lets them go.</summary>
    public bool SetPaused(InboxPause what, bool isPaused)
    {
        (isPaused ? _pause : _resume).Bind(1, what.Plugin).Bind(2, what.Endpoint ?? "").Run();
        session.Board.SetPaused(what, isPaused);
        return true;
    }

    /// <summary>Keeps that a person has disabled a plugin, or enabled it.</summary>
    public bool SetDisabled(string plugin, bool isDisabled)
    {
        (isDisabled ? _disable : _enable).Bind(1, plugin).Run();
        session.Board.SetDisabled(plugin, isDisabled);
        return true;
    }

    /// <summary>The unfinished work by endpoint.</summary>
    public IReadOnlyList<InboxDepth> GetDepth()
    {
        var oldest = new Dictionary<int, long>();
        foreach (var claim in session.Context.Claims.Values)
        {
            Note(claim.Endpoint, claim.ReadyAt);
        }

        var depths = new List<InboxDepth>();
        foreach (var endpoint in session.Board.Endpoints)
        {
            if (endpoint.Depth == 0)
            {
                continue;
            }

            List<long> first =
            [
                .. session.Work.Ready(endpoint, 1),
                .. session.Work.Waiting(endpoint, 1),
                .. session.Work.Suspects(endpoint, 1),
            ];
            first.ForEach(id => Note(endpoint.Id, session.Work.Find(id)!.Value.ReadyAt));
            depths.Add(
                new()
                {
                    Plugin = endpoint.Plugin,
                    Endpoint = endpoint.Name,
                    Ready = endpoint.Count(InboxState.Ready) + endpoint.Count(InboxState.Waiting) + endpoint.Count(InboxState.Suspect),
                    Leased = endpoint.Count(InboxState.Leased),
                    Delayed = endpoint.Count(InboxState.Delayed),
                    Dead = endpoint.Count(InboxState.Dead),
                    Quarantined = endpoint.Count(InboxState.Quarantined),
                    Bytes = endpoint.Bytes,
                    OldestAt = oldest.TryGetValue(endpoint.Id, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
                }
            );
        }

        return depths;

        void Note(int endpoint, long readyAt) =>
            oldest[endpoint] = oldest.TryGetValue(endpoint, out var known) ? Math.Min(known, readyAt) : readyAt;
    }
}
