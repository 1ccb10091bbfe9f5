using SQLitePCL;

namespace Hooklatch.Sqlite.Engine;

/// <summary>A connection to a database file. It is used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>The first version in which a reset of the write-ahead log cannot lose what another connection wrote.</summary>
    private const int OldestVersion = 3_051_003;

    private const int NoCheckpointOnClose = 1006;
    private const int CheckpointTruncate = 3;

    private readonly sqlite3 _handle;
    private readonly List<Statement> _statements = [];

    private Database(sqlite3 handle) => _handle = handle;

    /// <summary>Everything that was prepared, so that a test can ask for the plan of each.</summary>
    public IEnumerable<string> Prepared => _statements.Select(statement => statement.Sql);

    /// <summary>How much all that was prepared has done so far, so that a test can see what a call costs whatever the machine is.</summary>
    public StatementWork Work => _statements.Aggregate(default(StatementWork), static (sum, statement) => sum.Plus(statement.Work));

    /// <summary>How many rows the last statement wrote.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Whether a transaction is open. Some errors end it.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Opens a file, which exists.</summary>
    /// <param name="path">The file.</param>
    /// <param name="busyTimeout">How long a lock of another process is waited for.</param>
    public static Database Open(string path, TimeSpan busyTimeout)
    {
        Batteries_V2.Init();
        if (raw.sqlite3_libversion_number() < OldestVersion)
        {
            throw new InvalidOperationException(
                $"SQLite {raw.sqlite3_libversion().utf8_to_string()} can lose what it has committed (the write-ahead log's reset bug). Hooklatch.Sqlite needs 3.51.3 or later: update SQLitePCLRaw.lib.e_sqlite3."
            );
        }

        var code = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new Database(handle);
        try
        {
            database.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            database.Check(raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Prepares a statement that is used again and again. It lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        var statement = new Statement(this, handle, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements that are not needed again.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Prepares a statement that is used once. The caller disposes it.</summary>
    public Statement Once(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle));
        return new Statement(this, handle, sql);
    }

    /// <summary>The number that a statement returns in its first row; <see langword="null"/> where there is none.</summary>
    public long? Number(string sql)
    {
        using var statement = Once(sql);
        return statement.Number();
    }

    /// <summary>The text that a statement returns in its first row.</summary>
    public string? Text(string sql)
    {
        using var statement = Once(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>Moves everything from the write-ahead log to the database and makes the log empty.</summary>
    /// <returns>Whether it is empty; not where another connection reads what is in it.</returns>
    public bool TryEmptyLog()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main", CheckpointTruncate, out _, out _);
        if ((code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }

        Check(code);
        return true;
    }

    /// <summary>Leaves the write-ahead log as it is when the connection is closed, as a process that dies does.</summary>
    public void KeepLog() => Check(raw.sqlite3_db_config(_handle, NoCheckpointOnClose, 1, out _));

    /// <summary>Ends every statement that has not run to its end, so that no lock stays.</summary>
    public void ResetAll() => _statements.ForEach(statement => statement.Reset());

    /// <summary>Throws where a call did not succeed.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw Failure(code);
        }
    }

    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _handle.Dispose();
    }

    private SqliteException Failure(int code)
    {
        var extended = _handle.IsInvalid ? code : raw.sqlite3_extended_errcode(_handle);
        // The connection knows more of its last error, if it is this one.
        var known = (extended & 0xFF) == (code & 0xFF) ? extended : code;
        var text = _handle.IsInvalid || known != extended ? raw.sqlite3_errstr(code) : raw.sqlite3_errmsg(_handle);
        return new SqliteException(known, $"SQLite: {text.utf8_to_string()} ({known})");
    }
}
