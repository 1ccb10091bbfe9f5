using SQLitePCL;

namespace Hooklatch.Sqlite.Engine;

/// <summary>SQLite could not do what was asked.</summary>
/// <param name="code">Its extended result code.</param>
/// <param name="message">What it says of it.</param>
internal sealed class SqliteException(int code, string message) : Exception(message)
{
    /// <summary>The extended result code.</summary>
    public int Code => code;

    /// <summary>The result code without what extends it.</summary>
    public int PrimaryCode => code & 0xFF;

    /// <summary>
    /// Whether the connection is no longer to be trusted: what it holds in memory may not be what is on the disk. A disk that is full counts, so that one
    /// way leads back.
    /// </summary>
    public bool BreaksConnection =>
        PrimaryCode
            is raw.SQLITE_IOERR
                or raw.SQLITE_FULL
                or raw.SQLITE_CORRUPT
                or raw.SQLITE_NOTADB
                or raw.SQLITE_CANTOPEN
                or raw.SQLITE_READONLY
                or raw.SQLITE_NOMEM
                or raw.SQLITE_PROTOCOL
                or raw.SQLITE_MISUSE
                or raw.SQLITE_INTERNAL;

    /// <summary>Whether the file itself may be damaged.</summary>
    public bool SuspectsFile => PrimaryCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;
}
