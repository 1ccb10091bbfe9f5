using System.Text.RegularExpressions;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>How the functions of the schema read, as the server itself explains it.</summary>
public sealed partial class PostgresPlanTests : PostgresStoreTests
{
    private const string Find =
        "find(null, null, null, {0}, null, null, {1}, {2}, null, null, {3}, null, 9223372036854775807, {4}, 50, 20000)";

    public static TheoryData<string, string> Calls =>
        new()
        {
            { "read_audit(9223372036854775807, 50)", "Index Cond: (id < " },
            { "sweep_audit(null, 0, 100)", "using audit_pkey" },
            { Of("true", "null", "null", "null", "null"), "Index Cond: (id < " },
            { Of("true", "null", "null", "null", "5"), "Index Cond: ((id > $5) AND (id < $6))" },
            { Of("null", "'d1'", "null", "null", "5"), "Index Cond: ((ROW(hashtextextended(delivery_id, '0'::bigint), id) > ROW(" },
            {
                Of("null", "null", "null", "'binding'", "5"),
                "Index Cond: ((ROW(hashtextextended(error_type, '0'::bigint), delivery) > ROW("
            },
            { Of("null", "null", "6::smallint", "null", "5"), "using work_dead" },
            { Of("null", "null", "0::smallint", "null", "5"), "using work_pkey" },
            { Of("null", "null", "8::smallint", "null", "5"), "using dismissed_pkey" },
            {
                "erase(null, null, 'd1', null, null, 0, 9223372036854775807)",
                "Index Cond: ((ROW(hashtextextended(delivery_id, '0'::bigint), id) > ROW("
            },
            { "erase(null, 5, null, null, null, 0, 9223372036854775807)", "Index Cond: ((id > GREATEST(" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task No_call_reads_a_whole_table(string call, string index)
    {
        var fixture = await OpenAsync();
        await FillAsync(fixture);

        var plans = await ExplainAsync(fixture, $"select * from {fixture.Schema}.{call}");

        // A sequence has one row. Endpoints are few: as many as hosts declare.
        Assert.Empty(Scanned(plans).Except(["delivery_number", "endpoint"]));
        Assert.Contains(plans, plan => plan.Contains(index, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_reads_a_whole_table_is_seen()
    {
        var fixture = await OpenAsync();

        var plans = await ExplainAsync(fixture, $"select * from {fixture.Schema}.audit where who = 'ops'");

        Assert.Equal(["audit"], Scanned(plans));
    }

    [GeneratedRegex(@"Seq Scan on (\w+)")]
    private static partial Regex Scan { get; }

    private static IEnumerable<string> Scanned(List<string> plans) =>
        plans.SelectMany(plan => Scan.Matches(plan)).Select(found => found.Groups[1].Value).Distinct();

    private static string Of(params string[] arguments) => string.Format(null, Find, arguments);

    private static async Task FillAsync(PostgresStoreFixture fixture)
    {
        for (var number = 0; number < 20; number++)
        {
            await fixture.Store.AcceptAsync(Item() with { DeliveryId = $"d{number}" }, false, Ended);
            await fixture.Store.AddAuditAsync(
                new()
                {
                    Who = "ops",
                    Action = "replay",
                    Target = "tests.one/a",
                },
                Ended
            );
        }

        var works = (await fixture.Store.ClaimAsync(All(), Ended)).Work;
        await fixture.Store.EndAsync(works[0], InboxResult.Dead("binding", "no", "00000000000000ff"), Ended);
        await fixture.Store.DismissAsync(works[1].Id, Ended);
        await fixture.RunAsync($"analyze {fixture.Schema}.delivery, {fixture.Schema}.audit, {fixture.Schema}.work");
    }

    /// <summary>The plans of all statements that a statement runs, with those within functions.</summary>
    private static async Task<List<string>> ExplainAsync(PostgresStoreFixture fixture, string sql)
    {
        await using var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        var plans = new List<string>();
        connection.Notice += (_, heard) => plans.Add(heard.Notice.MessageText);
        await RunAsync(
            connection,
            """
            load 'auto_explain';
            set auto_explain.log_min_duration = 0;
            set auto_explain.log_nested_statements = on;
            set auto_explain.log_level = notice
            """
        );
        await RunAsync(connection, sql);
        return plans;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ended);
    }
}
