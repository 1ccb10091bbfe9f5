using Hooklatch.Sqlite.Files;

namespace Hooklatch.Sqlite;

/// <summary>Where tests take part.</summary>
internal sealed record SqliteHooks
{
    public static readonly SqliteHooks None = new();

    /// <summary>Called before a transaction is committed; what it throws, the commit does.</summary>
    public Action? BeforeCommit { get; init; }

    /// <summary>Called when a transaction was committed.</summary>
    public Action? AfterCommit { get; init; }

    /// <summary>How many pages the database may have; <see langword="null"/> for any number. Asked whenever it is opened.</summary>
    public Func<long?> MaxPages { get; init; } = () => null;

    /// <summary>What <c>pragma synchronous</c> is set to: a test shows what anything less than full loses.</summary>
    public string Synchronous { get; init; } = "full";

    public Func<string, string?> FormatOf { get; init; } = FileSystemCheck.FormatOf;

    public Func<string, long?> FreeBytesOf { get; init; } = FileSystemCheck.FreeBytesOf;
}
