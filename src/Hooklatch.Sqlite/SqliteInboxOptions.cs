namespace Hooklatch.Sqlite;

/// <summary>
/// The settings of the inbox on SQLite. They are read from the section <c>Hooklatch:Sqlite</c> of the host's configuration, where each key is the name of its
/// property, and then handed to the delegate of <c>AddSqliteInbox(options => …)</c>. None has to be set.
/// </summary>
public sealed class SqliteInboxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch:Sqlite";

    /// <summary>
    /// The database file. Beside it lie its write-ahead log (<c>-wal</c>, <c>-shm</c>), a lock and who holds it (<c>.lock</c>, <c>.owner</c>) and what runs now (<c>-running</c>), all for
    /// the host's user alone. It must be on a local disk. A relative path begins in the directory that the host was started in. Default:
    /// <c>inbox/inbox.db</c> below <see cref="HooklatchOptions.DataDirectory"/>.
    /// </summary>
    public string? File { get; set; }

    /// <summary>
    /// How long a lock of another process on the database is waited for, such as that of a tool that makes a copy, at most a minute. What cannot be
    /// stored then is answered 503. Default: 5 seconds.
    /// </summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
