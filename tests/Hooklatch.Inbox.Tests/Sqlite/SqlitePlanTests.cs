using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqlitePlanTests : SqliteStoreTests
{
    [Fact]
    public async Task No_statement_reads_a_whole_table_or_sorts()
    {
        var fixture = await OpenAsync();
        await fixture.Store.SearchAsync(new(), Ended);
        using var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(1));
        string[] prepared =
        [
            .. await fixture.Sqlite.Inbox.Writer.RunAsync(session => session.Database.Prepared.ToArray(), Ended),
            .. fixture.Sqlite.Inbox.Readers.Prepared,
        ];
        string[] plans = [.. prepared.SelectMany(sql => PlanOf(database, sql).Select(step => $"{step}: {sql}"))];

        Assert.True(prepared.Length > 60);
        Assert.DoesNotContain(
            plans,
            plan => plan.StartsWith("SCAN", StringComparison.Ordinal) || plan.Contains("TEMP B-TREE", StringComparison.Ordinal)
        );
        Assert.Contains(plans, plan => plan.Contains("work_ready (endpoint=?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("work_order (endpoint=? AND order_key=?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("work_dead (state=? AND id<?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("work_dead (state=? AND id>?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("outcome_error_type (error_type=? AND id>?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.StartsWith("SEARCH audit USING INTEGER PRIMARY KEY (rowid<?)", StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("identity_at ((at,key)>(?,?)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_reads_a_whole_table_is_seen()
    {
        var fixture = await OpenAsync();
        using var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(1));

        Assert.StartsWith(
            "SCAN",
            Assert.Single(PlanOf(database, "select id from delivery where event = 'push'")),
            StringComparison.Ordinal
        );
    }

    private static List<string> PlanOf(Database database, string sql)
    {
        var steps = new List<string>();
        using var plan = database.Once($"explain query plan {sql}");
        while (plan.Step())
        {
            steps.Add(plan.Text(3)!);
        }

        return steps;
    }
}
