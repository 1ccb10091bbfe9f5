namespace Hooklatch.Sqlite.Engine;

/// <summary>What statements have done, as SQLite counts it (<c>sqlite3_stmt_status</c>).</summary>
/// <param name="Steps">Operations of its machine.</param>
/// <param name="Scans">Rows that were read because no index leads to what is wanted.</param>
/// <param name="Sorts">Sorts, which no index saves.</param>
internal readonly record struct StatementWork(long Steps, long Scans, long Sorts)
{
    // SQLITE_STMTSTATUS_…
    public const int OfScans = 1;
    public const int OfSorts = 2;
    public const int OfSteps = 4;

    public StatementWork Plus(StatementWork other) => new(Steps + other.Steps, Scans + other.Scans, Sorts + other.Sorts);

    public StatementWork Minus(StatementWork other) => new(Steps - other.Steps, Scans - other.Scans, Sorts - other.Sorts);
}
