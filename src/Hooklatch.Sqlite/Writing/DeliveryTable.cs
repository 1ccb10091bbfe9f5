using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What was received, and what a person put aside.</summary>
internal sealed class DeliveryTable(Session session)
{
    private readonly Statement _insert = session.Database.Prepare(
        """
        insert into delivery(id, endpoint, received_at, size, body_length, event, event_action, delivery_id, identity, order_key, replay_of, recorded,
            priority, forgets, delay)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """
    );

    private readonly Statement _find = session.Database.Prepare(
        "select endpoint, received_at, size, order_key, delivery_id, identity, recorded, priority, forgets, delay from delivery where id = ?1"
    );

    private readonly Statement _delete = session.Database.Prepare("delete from delivery where id = ?1");

    private readonly Statement _after = session.Database.Prepare("select id, received_at from delivery where id > ?1 order by id limit ?2");

    private readonly Statement _insertEndpoint = session.Database.Prepare(
        "insert into endpoint(plugin, name) values (?1, ?2) returning id"
    );

    private readonly Statement _dismiss = session.Database.Prepare(
        "insert into dismissed(id, at, attempt, crashes, token) values (?1, ?2, ?3, ?4, ?5)"
    );

    private readonly Statement _dismissed = session.Database.Prepare("select at, token from dismissed where id = ?1");
    private readonly Statement _undismiss = session.Database.Prepare("delete from dismissed where id = ?1");

    private readonly Statement _keepLastId = session.Database.Prepare("insert or replace into meta(name, value) values ('last_id', ?1)");

    /// <summary>The endpoint of a delivery, noted where it is the first of it.</summary>
    public EndpointWork EndpointOf(InboxItem item)
    {
        if (session.Board.Find(item.Plugin, item.Endpoint) is { } known)
        {
            return known;
        }

        var id = _insertEndpoint.Bind(1, item.Plugin).Bind(2, item.Endpoint).Number()!.Value;
        return session.Board.Add((int)id, item.Plugin, item.Endpoint);
    }

    /// <summary>Notes what was received.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="endpoint">Its endpoint.</param>
    /// <param name="item">What was received.</param>
    /// <param name="recorded">How it ended, where it was handled before it was answered.</param>
    public void Add(long id, EndpointWork endpoint, InboxItem item, InboxState? recorded)
    {
        _insert.Bind(1, id).Bind(2, endpoint.Id).Bind(3, item.ReceivedAt.UtcTicks).Bind(4, item.Size).Bind(5, item.Body.Length);
        _insert.Bind(6, item.Event).Bind(7, item.EventAction).Bind(8, item.DeliveryId).Bind(10, item.OrderKey).Bind(11, item.ReplayOf);
        _insert.Bind(12, (long?)recorded).Bind(13, (long)item.Priority).Bind(14, item.ForgetsIdentity ? 1L : 0).Bind(15, item.Delay.Ticks);
        if (item.Identity.IsEmpty || recorded is not null)
        {
            _insert.BindNull(9).Run();
        }
        else
        {
            _insert.Bind(9, item.Identity.Span).Run();
        }
    }

    public DeliveryRow? Find(long id)
    {
        if (!_find.Bind(1, id).Step())
        {
            return null;
        }

        var row = new DeliveryRow(
            id,
            session.Board[_find.Int(0)],
            _find.Long(1),
            _find.Long(2),
            _find.Text(3),
            (JobPriority)_find.Int(7),
            _find.Int(8) != 0,
            _find.Long(9),
            _find.Text(4),
            _find.IsNull(5) ? null : _find.Bytes(5),
            !_find.IsNull(6)
        );
        _find.Reset();
        return row;
    }

    /// <summary>The ids of what follows an id, and when each was received.</summary>
    public List<(long Id, long ReceivedAt)> ReadAfter(long id, int max)
    {
        var found = new List<(long, long)>();
        for (_after.Bind(1, id).Bind(2, max); _after.Step(); )
        {
            found.Add((_after.Long(0), _after.Long(1)));
        }

        return found;
    }

    /// <summary>Drops all that is kept of a delivery that has no work.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="withIdentity">Whether a copy of it is new again.</param>
    public void Drop(DeliveryRow row, bool withIdentity)
    {
        session.Bodies.Delete(row.Id);
        session.Outcomes.Delete(row.Id);
        session.Reports.Delete(row.Id);
        session.Identities.Forget(row.Id, row.DeliveryId, withIdentity ? row.Identity : null);
        Undismiss(row.Id);
        _delete.Bind(1, row.Id).Run();
        if (row.Id == session.Board.LastId)
        {
            // Or the next start would give the id to another.
            _keepLastId.Bind(1, row.Id).Run();
        }
    }

    public void Dismiss(in WorkRow row) =>
        _dismiss.Bind(1, row.Id).Bind(2, session.Now).Bind(3, row.Attempt).Bind(4, row.Crashes).Bind(5, row.Token).Run();

    /// <summary>When a delivery was put aside, and the last token of it.</summary>
    public (long At, long Token)? FindDismissed(long id)
    {
        if (!_dismissed.Bind(1, id).Step())
        {
            return null;
        }

        var found = (_dismissed.Long(0), _dismissed.Long(1));
        _dismissed.Reset();
        return found;
    }

    public void Undismiss(long id) => _undismiss.Bind(1, id).Run();
}
