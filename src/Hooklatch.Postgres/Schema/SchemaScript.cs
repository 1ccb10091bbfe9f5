using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Inbox;

namespace Hooklatch.Postgres.Schema;

/// <summary>The SQL of the tables and of the functions, as it is written beside this file, for a schema of a certain name.</summary>
internal static class SchemaScript
{
    /// <summary>What a delivery takes beside its own bytes, roughly: its rows and their places in indexes.</summary>
    public const int Overhead = 600;

    private const string TablesFile = "00-tables.sql";
    private const string AdditionsFile = "00-additions.sql";
    private const string CountingFile = "11-counting.sql";

    // A function plans once and keeps the plan, which is made while the tables are small: so it must be one that is right when they are large.
    // What may not be scanned costs so much by the planner's count that each call would be compiled, which takes longer than all that it does.
    private const string Options = """
        language plpgsql
        set search_path = {schema}, pg_temp
        set plan_cache_mode = force_generic_plan
        set jit = off
        set enable_seqscan = off
        set enable_hashjoin = off
        set enable_mergejoin = off
        """;

    private static readonly string[] FunctionFiles =
    [
        "01-helpers.sql",
        "02-accept.sql",
        "03-claim.sql",
        "04-finish.sql",
        "05-hosts.sql",
        "06-acts.sql",
        "07-reads.sql",
        "08-sweep.sql",
        "09-values.sql",
        "10-audit.sql",
    ];

    /// <summary>Creates the tables.</summary>
    public static string Tables(string schema) => Read(TablesFile, schema);

    /// <summary>Adds the tables that came later, the functions, or replaces those, and what counts by them.</summary>
    public static string Renewal(string schema) =>
        string.Join('\n', Read(AdditionsFile, schema), Functions(schema), Read(CountingFile, schema));

    /// <summary>Creates the functions, or replaces them.</summary>
    private static string Functions(string schema) => string.Join('\n', FunctionFiles.Select(file => Read(file, schema)));

    /// <summary>What tells the locks of a schema from those of another one in the same database.</summary>
    public static long SaltOf(string schema) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"hooklatch {schema}"))) & ~0xFFL;

    private static string Read(string file, string schema)
    {
#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
        using var stream = typeof(SchemaScript).Assembly.GetManifestResourceStream(file)!;
#pragma warning restore RS0030
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader
            .ReadToEnd()
            .Replace("{options}", Options, StringComparison.Ordinal)
            .Replace("{schema}", schema, StringComparison.Ordinal)
            .Replace("{salt}", $"({SaltOf(schema)})::bigint", StringComparison.Ordinal)
            .Replace("{step}", $"{InboxItem.PriorityStep.Ticks}", StringComparison.Ordinal)
            .Replace("{overhead}", $"{Overhead}", StringComparison.Ordinal);
    }
}
