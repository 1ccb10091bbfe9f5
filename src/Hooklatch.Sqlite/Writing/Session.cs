using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Files;

namespace Hooklatch.Sqlite.Writing;

/// <summary>The writer's connection: its statements, its transaction, and what it knows by heart.</summary>
internal sealed class Session
{
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _freePages;
    private readonly long _pageSize;
    private readonly List<long> _shown = [];
    private readonly List<Claim> _leased = [];
    private readonly List<(long Id, long Token)> _ended = [];

    public Session(Database database, SessionContext context)
    {
        (Database, Context) = (database, context);
        Board.Load(database);
        _begin = database.Prepare("begin immediate");
        _commit = database.Prepare("commit");
        _rollback = database.Prepare("rollback");
        _freePages = database.Prepare("pragma freelist_count");
        _pageSize = database.Number("pragma page_size") ?? 0;
        Work = new(this);
        Bodies = new(this);
        Outcomes = new(this);
        Reports = new(this);
        Values = new(this);
        Audit = new(this);
        Identities = new(this);
        Deliveries = new(this);
        Ending = new(this);
        Accepting = new(this);
        Claiming = new(this);
        Acting = new(this);
        Erasing = new(this);
        Sweeping = new(this);
    }

    public Database Database { get; }

    public SessionContext Context { get; }

    public Board Board { get; } = new();

    public WorkTable Work { get; }

    public BodyTable Bodies { get; }

    public OutcomeTable Outcomes { get; }

    public ReportTable Reports { get; }

    public ValueTable Values { get; }

    public AuditTable Audit { get; }

    public IdentityTable Identities { get; }

    public DeliveryTable Deliveries { get; }

    public Accepting Accepting { get; }

    public Claiming Claiming { get; }

    public Ending Ending { get; }

    public Acting Acting { get; }

    public Erasing Erasing { get; }

    public Sweeping Sweeping { get; }

    /// <summary>The time, in ticks of UTC.</summary>
    public long Now => Context.Time.GetUtcNow().UtcTicks;

    /// <summary>How many bytes of the file are free, and are written to before it grows.</summary>
    public long FreeBytes => (_freePages.Number() ?? 0) * _pageSize;

    /// <summary>Whether nothing more is to be stored.</summary>
    public bool IsDiskLow => Context.Disk.IsLow(() => FreeBytes);

    public void Begin() => _begin.Run();

    public void Commit()
    {
        Context.Hooks.BeforeCommit?.Invoke();
        _commit.Run();
        Context.Hooks.AfterCommit?.Invoke();
    }

    /// <summary>Takes back a transaction that did not succeed.</summary>
    public void Undo()
    {
        _shown.Clear();
        _leased.Clear();
        _ended.Clear();
        Database.ResetAll();
        if (Database.IsInTransaction)
        {
            _rollback.Run();
        }

        Board.Load(Database);
        Values.Load();
    }

    /// <summary>Notes a claim, which counts once the transaction is on the disk.</summary>
    public void NoteLeased(Claim claim) => _leased.Add(claim);

    /// <summary>Notes that a claim has ended, which counts once the transaction is on the disk.</summary>
    public void NoteEnded(long id, long token) => _ended.Add((id, token));

    /// <summary>Notes that a delivery has an upload, which needs no other protection once the transaction is on the disk.</summary>
    public void NoteShown(long upload) => _shown.Add(upload);

    /// <summary>Does what had to wait until the transaction was on the disk.</summary>
    public void Committed()
    {
        foreach (var claim in _leased)
        {
            Context.Claims[claim.Id] = claim;
        }

        foreach (var (id, token) in _ended)
        {
            Context.Running.Unmark(id, token);
            if (Context.Claims.TryGetValue(id, out var held) && held.Token == token)
            {
                Context.Claims.TryRemove(id, out _);
            }
        }

        _shown.ForEach(upload => Context.Uploads.TryRemove(upload, out _));
        _shown.Clear();
        _leased.Clear();
        _ended.Clear();
    }

    /// <summary>Closes the connection.</summary>
    /// <param name="keepLog">Whether the write-ahead log stays as it is.</param>
    public void Close(bool keepLog)
    {
        if (keepLog)
        {
            Database.KeepLog();
        }

        Database.Dispose();
    }
}
