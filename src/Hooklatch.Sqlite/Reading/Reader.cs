using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Reading;

/// <summary>A connection that reads.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Statement _begin;
    private readonly Statement _end;

    public Reader(Database database)
    {
        Database = database;
        database.Execute("pragma query_only = on");
        _begin = database.Prepare("begin");
        _end = database.Prepare("commit");
        Endpoints = new(database);
        Items = new(database, Endpoints);
        Summaries = new(database, Endpoints);
        Values = new(database);
        Audit = new(database);
        Search = new(this);
    }

    public Database Database { get; }

    public EndpointNames Endpoints { get; }

    public ItemReader Items { get; }

    public SummaryReader Summaries { get; }

    public ValueReader Values { get; }

    public AuditReader Audit { get; }

    public Search Search { get; }

    /// <summary>Everything about one delivery.</summary>
    public InboxRecord? Find(long id) =>
        Summaries.Find(id) is { } summary && Items.Read(id) is { } item
            ? new(summary, item, Summaries.ReadAttempts(id)) { Report = Items.ReadReport(id) }
            : null;

    /// <summary>Reads in one transaction.</summary>
    public T Run<T>(Func<Reader, T> read)
    {
        _begin.Run();
        try
        {
            return read(this);
        }
        finally
        {
            Database.ResetAll();
            if (Database.IsInTransaction)
            {
                _end.Run();
            }
        }
    }

    public void Dispose() => Database.Dispose();
}
