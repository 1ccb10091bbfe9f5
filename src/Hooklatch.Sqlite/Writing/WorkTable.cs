using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>The table of work. Its counters follow whatever is done to it, and so does the line of each key.</summary>
/// <remarks>Of the deliveries of one key, one at a time is in another state than waiting, dead or quarantined: it is that one's turn.</remarks>
internal sealed class WorkTable(Session session)
{
    private const string Columns =
        "id, endpoint, state, due_at, attempt, crashes, deaths, suspect, token, size, ready_at, order_key, ranks_at, forgets";

    private readonly Statement _insert = session.Database.Prepare(
        $"insert into work({Columns}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    );

    private readonly Statement _update = session.Database.Prepare(
        "update work set state = ?2, due_at = ?3, attempt = ?4, crashes = ?5, deaths = ?6, suspect = ?7, token = ?8 where id = ?1"
    );

    private readonly Statement _find = session.Database.Prepare($"select {Columns} from work where id = ?1");
    private readonly Statement _exists = session.Database.Prepare("select 1 from work where id = ?1");
    private readonly Statement _delete = session.Database.Prepare("delete from work where id = ?1");

    private readonly Statement _turn = session.Database.Prepare(
        "select 1 from work where endpoint = ?1 and order_key = ?2 and state < 5 limit 1"
    );

    private readonly Statement _next = session.Database.Prepare(
        "select id from work where endpoint = ?1 and order_key = ?2 and state < 5 and state = 3 order by id limit 1"
    );

    private readonly Statement _due = session.Database.Prepare(
        "select id from work where state = 2 and due_at <= ?1 order by due_at limit ?2"
    );

    private readonly Statement _firstDue = session.Database.Prepare(
        "select due_at from work where state = 2 and due_at > 0 order by due_at limit 1"
    );

    private readonly Statement _ready = session.Database.Prepare(
        "select id from work where endpoint = ?1 and state = 0 order by ranks_at, id limit ?2"
    );

    private readonly Statement _suspect = session.Database.Prepare(
        "select id from work where endpoint = ?1 and state = 4 order by id limit ?2"
    );

    private readonly Statement _waiting = session.Database.Prepare(
        "select id from work where endpoint = ?1 and state = 3 order by id limit ?2"
    );

    public WorkRow? Find(long id)
    {
        if (!_find.Bind(1, id).Step())
        {
            return null;
        }

        var row = Read(_find);
        _find.Reset();
        return row;
    }

    public bool Exists(long id) => _exists.Bind(1, id).Number() is not null;

    public void Add(in WorkRow row)
    {
        _insert.Bind(1, row.Id).Bind(2, row.Endpoint.Id).Bind(3, (long)row.State).Bind(4, row.DueAt).Bind(5, row.Attempt);
        _insert.Bind(6, row.Crashes).Bind(7, row.Deaths).Bind(8, row.IsSuspect ? 1L : 0).Bind(9, row.Token).Bind(10, row.Size);
        _insert.Bind(11, row.ReadyAt).Bind(12, row.OrderKey).Bind(13, row.RanksAt).Bind(14, row.ForgetsIdentity ? 1L : 0).Run();
        session.Board.Enter(row.Endpoint, row.State, row.Size);
        session.Board.LeasedSuspects += row.RunsAsSuspect ? 1 : 0;
    }

    /// <summary>Writes what is no longer as it was.</summary>
    public void Change(in WorkRow from, in WorkRow to)
    {
        _update.Bind(1, to.Id).Bind(2, (long)to.State).Bind(3, to.DueAt).Bind(4, to.Attempt).Bind(5, to.Crashes);
        _update.Bind(6, to.Deaths).Bind(7, to.IsSuspect ? 1L : 0).Bind(8, to.Token).Run();
        to.Endpoint.Move(from.State, to.State);
        session.Board.LeasedSuspects += (to.RunsAsSuspect ? 1 : 0) - (from.RunsAsSuspect ? 1 : 0);
    }

    public void Remove(in WorkRow row)
    {
        _delete.Bind(1, row.Id).Run();
        session.Board.Leave(row.Endpoint, row.State, row.Size);
        session.Board.LeasedSuspects -= row.RunsAsSuspect ? 1 : 0;
    }

    /// <summary>The state in which a delivery of a key begins: it waits where it is another one's turn.</summary>
    public InboxState Begin(EndpointWork endpoint, string? orderKey, long dueAt = 0) =>
        orderKey is not null && _turn.Bind(1, endpoint.Id).Bind(2, orderKey).Number() is not null ? InboxState.Waiting : Begin(dueAt);

    /// <summary>The state in which one begins whose turn it is: it is delayed where its time has not come.</summary>
    public InboxState Begin(long dueAt) => dueAt > session.Now ? InboxState.Delayed : InboxState.Ready;

    /// <summary>Lets the next of a key go on, where it was this one's turn and is no longer.</summary>
    /// <param name="was">What it was before.</param>
    public void PassTurn(in WorkRow was)
    {
        if (
            was.OrderKey is not null
            && was.State < InboxState.Done
            && was.State != InboxState.Waiting
            && _next.Bind(1, was.Endpoint.Id).Bind(2, was.OrderKey).Number() is { } id
            && Find(id) is { } next
        )
        {
            Change(next, next with { State = Begin(next.DueAt) });
        }
    }

    /// <summary>Makes ready what is due, a limited number at once.</summary>
    public void MakeDueReady(long now, int max)
    {
        foreach (var id in Ids(_due.Bind(1, now).Bind(2, max)))
        {
            if (Find(id) is { } row)
            {
                Change(row, row with { State = InboxState.Ready, DueAt = 0 });
            }
        }
    }

    public long? FirstDue() => _firstDue.Number();

    public List<long> Ready(EndpointWork endpoint, int max) => Ids(_ready.Bind(1, endpoint.Id).Bind(2, max));

    public List<long> Suspects(EndpointWork endpoint, int max) => Ids(_suspect.Bind(1, endpoint.Id).Bind(2, max));

    public List<long> Waiting(EndpointWork endpoint, int max) => Ids(_waiting.Bind(1, endpoint.Id).Bind(2, max));

    /// <summary>Everything that was claimed. Reads the whole table, which only the start does.</summary>
    public List<WorkRow> ReadLeased()
    {
        var rows = new List<WorkRow>();
        using var statement = session.Database.Once($"select {Columns} from work where state = 1");
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        return rows;
    }

    private static List<long> Ids(Statement statement)
    {
        var ids = new List<long>();
        while (statement.Step())
        {
            ids.Add(statement.Long(0));
        }

        return ids;
    }

    private WorkRow Read(Statement row) =>
        new()
        {
            Id = row.Long(0),
            Endpoint = session.Board[row.Int(1)],
            State = (InboxState)row.Int(2),
            DueAt = row.Long(3),
            Attempt = row.Int(4),
            Crashes = row.Int(5),
            Deaths = row.Int(6),
            IsSuspect = row.Int(7) != 0,
            Token = row.Long(8),
            Size = row.Long(9),
            ReadyAt = row.Long(10),
            OrderKey = row.Text(11),
            RanksAt = row.Long(12),
            ForgetsIdentity = row.Int(13) != 0,
        };
}
