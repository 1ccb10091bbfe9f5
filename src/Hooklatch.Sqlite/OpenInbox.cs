using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Files;
using Hooklatch.Sqlite.Reading;
using Hooklatch.Sqlite.Writing;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Hooklatch.Sqlite;

/// <summary>The parts of a store that is open: the lock, the writer, the readers, and what they share.</summary>
internal sealed partial class OpenInbox : IAsyncDisposable
{
    /// <summary>How much is written to see whether the disk has room again.</summary>
    private const int ProbeBytes = 64 << 10;

    private readonly InboxFiles _files;
    private readonly TimeSpan _busyTimeout;
    private readonly LockFile _lock;
    private readonly CancellationTokenSource _closing = new();

    private OpenInbox(InboxFiles files, TimeSpan busyTimeout, LockFile held, SessionContext context)
    {
        (_files, _busyTimeout, _lock, Context) = (files, busyTimeout, held, context);
        Readers = new(Connect);
        Writer = new(Begin(), Reopen, context.Time, context.Logger);
    }

    public SessionContext Context { get; }

    /// <summary>Cancelled when it is closed.</summary>
    public CancellationToken Closing => _closing.Token;

    public Writer Writer { get; }

    public ReaderPool Readers { get; }

    public RunningFile Running => Context.Running;

    public TimeProvider Time => Context.Time;

    /// <summary>Opens the store.</summary>
    /// <param name="path">The database, as an absolute path.</param>
    /// <param name="busyTimeout">How long a lock of another process is waited for.</param>
    /// <param name="context">The clock, the limits, the log.</param>
    /// <param name="hooks">Where tests take part.</param>
    /// <param name="cancellation">Ends the wait for another process.</param>
    /// <exception cref="InvalidOperationException">This host cannot use it.</exception>
    public static async Task<OpenInbox> OpenAsync(
        string path,
        TimeSpan busyTimeout,
        InboxStoreContext context,
        SqliteHooks hooks,
        CancellationToken cancellation
    )
    {
        var files = InboxFiles.At(path);
        var format = hooks.FormatOf(files.Directory);
        FileSystemCheck.Reject(format, path);
        if (FileSystemCheck.IsPassing(format))
        {
            Log.Passing(context.Logger, path, format!);
        }

        files.CreateDirectory();
        var held = await LockFile.TakeAsync(files, context.Time, cancellation);
        RunningFile? running = null;
        try
        {
            files.CreateDatabase();
            running = RunningFile.Open(files.Running);
            var shared = new SessionContext
            {
                Revoked = context.Revoked,
                Time = context.Time,
                Limits = context.Limits,
                Running = running,
                Disk = new(files.Directory, context.Limits.MinFreeDisk, context.Time, hooks.FreeBytesOf),
                Hooks = hooks,
                Logger = context.Logger,
            };
            // A large write-ahead log, or much work, takes a while to read.
            return await Task.Run(() => new OpenInbox(files, busyTimeout, held, shared), CancellationToken.None);
        }
        catch (Exception error)
        {
            running?.Dispose();
            held.Dispose();
            if (error is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new InvalidOperationException($"The inbox '{path}' cannot be opened: {error.Message}", error);
            }

            throw;
        }
    }

    /// <summary>Drops all pieces of large bodies that no delivery has any more, a part in each transaction.</summary>
    public async Task DropOrphansAsync(CancellationToken cancellation)
    {
        while (await Writer.RunAsync(session => session.Bodies.DropOrphans(), cancellation)) { }
    }

    /// <summary>Moves everything out of the write-ahead log, so that nothing of what was erased is left in it.</summary>
    /// <exception cref="InboxUnavailableException">Another process reads what is in it.</exception>
    public async Task EmptyLogAsync(CancellationToken cancellation)
    {
        var empty = new Operation<bool>(session => session.Database.TryEmptyLog()) { IsAlone = true };
        if (!await Writer.RunAsync(empty, cancellation))
        {
            throw new InboxUnavailableException(
                "What was erased is gone from the inbox, and not yet from its write-ahead log, which another process reads. Erase once more when that has ended."
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await Readers.DisposeAsync();
            await Writer.DisposeAsync();
        }
        finally
        {
            Running.Dispose();
            _lock.Dispose();
        }
    }

    /// <summary>Leaves everything as a process does that is killed.</summary>
    public async Task AbandonAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await Readers.DisposeAsync();
            await Writer.AbandonAsync();
        }
        finally
        {
            Running.Dispose();
            _lock.Dispose();
        }
    }

    private Database Connect()
    {
        var database = Database.Open(_files.Database, _busyTimeout);
        try
        {
            Schema.Configure(database, Context.Hooks.Synchronous);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens the writer's connection for the first time, and ends what the process before this one had begun.</summary>
    private Session Begin() =>
        Open(session =>
        {
            // The process before this one may have written what is in the log and died before the flush: only the system holds it, which may take it for written.
            EmptyLogWherePossible(session.Database);
            session.Begin();
            session.Database.Execute($"insert or replace into meta(name, value) values ('opened_at', {session.Now})");
            session.Ending.BuryDead(Running.ReadLeftBehind());
            session.Commit();
            Running.Clear();
        });

    private static void EmptyLogWherePossible(Database database)
    {
        try
        {
            database.TryEmptyLog();
        }
        catch (SqliteException error) when (error.PrimaryCode == raw.SQLITE_FULL)
        {
            // It goes on with what it has: what needs no room is done.
        }
    }

    /// <summary>Opens it once more after a failure, if it can be written.</summary>
    private Session Reopen(Suspicion suspicion)
    {
        Readers.Renew();
        return Open(session =>
        {
            var database = session.Database;
            if (suspicion.OfFile && database.Text("pragma quick_check(1)") is not "ok" and var damage)
            {
                throw new SqliteException(raw.SQLITE_CORRUPT, $"The database is damaged: {damage}");
            }

            // After a flush that failed, the system may take what it holds for written. So everything is written anew, elsewhere, and flushed again.
            if (!database.TryEmptyLog() && suspicion.OfDisk)
            {
                throw new SqliteException(
                    raw.SQLITE_BUSY,
                    "Another process reads the write-ahead log, which must be emptied after an error of the disk."
                );
            }

            session.Begin();
            session.Bodies.Probe(ProbeBytes);
            session.Commit();
            session.Begin();
            session.Bodies.EndProbe();
            session.Ending.GiveBackUnheld();
            session.Commit();
        });
    }

    private Session Open(Action<Session> prepare)
    {
        var database = Connect();
        try
        {
            if (Context.Hooks.MaxPages() is { } pages)
            {
                database.Execute($"pragma max_page_count = {pages}");
            }

            Schema.Prepare(database, _files.Database);
            var session = new Session(database, Context);
            prepare(session);
            return session;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            10,
            LogLevel.Warning,
            "The inbox '{Path}' lies on {Format}: a delivery that was answered 2xx is lost when the container or the machine ends. Mount a volume and set Hooklatch:DataDirectory or Hooklatch:Sqlite:File to it."
        )]
        public static partial void Passing(ILogger logger, string path, string format);
    }
}
