using Hooklatch.Sqlite.Engine;
using SQLitePCL;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What is to be healed before the database is written again: all that failed since it last could be.</summary>
/// <param name="OfFile">Whether the file may be damaged.</param>
/// <param name="OfDisk">Whether the system may take for written what is not.</param>
internal readonly record struct Suspicion(bool OfFile, bool OfDisk)
{
    public static readonly Suspicion None;

    /// <summary>Adds what another error says.</summary>
    public Suspicion With(Exception error) =>
        error is SqliteException sqlite ? new(OfFile || sqlite.SuspectsFile, OfDisk || sqlite.PrimaryCode == raw.SQLITE_IOERR) : this;
}
