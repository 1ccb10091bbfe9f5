using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>How days are dropped.</summary>
public sealed class PostgresPartitionTests : PostgresStoreTests
{
    private static readonly InboxRetention Week = new(TimeSpan.FromDays(7), long.MaxValue, TimeSpan.FromDays(7));

    [Fact]
    public async Task A_day_whose_deliveries_have_ended_is_dropped_as_a_whole_and_what_has_not_outlasts_it()
    {
        var fixture = await OpenAsync();
        var done = (await fixture.Store.AcceptAsync(Item(identity: 1, body: "gone"), claim: true, Ended)).Work!;
        var dead = (await fixture.Store.AcceptAsync(Item(identity: 2, body: "kept"), claim: true, Ended)).Work!;
        var ready = (await fixture.Store.AcceptAsync(Item(identity: 3, body: "kept"), false, Ended)).Id;
        await fixture.Store.EndAsync(done, InboxResult.Done(), Ended);
        await fixture.Store.EndAsync(dead, InboxResult.Dead("E", "no", null), Ended);
        var before = await fixture.Store.FindAsync(dead.Id, Ended);
        Assert.Equal(1, await CountAsync(fixture, "delivery", dead.Id));

        fixture.Time.Advance(TimeSpan.FromDays(9));
        await SweepAsync(fixture);

        Assert.Equal((0, 0), (await CountAsync(fixture, "delivery", dead.Id), await CountAsync(fixture, "outcome", dead.Id)));
        Assert.Null(await fixture.Store.FindAsync(done.Id, Ended));
        var after = await fixture.Store.FindAsync(dead.Id, Ended);
        Assert.Equal(before!.Summary, after!.Summary);
        Assert.Equal(before.Attempts, after.Attempts);
        Assert.Equal(before.Item.Body.ToArray(), after.Item.Body.ToArray());
        var work = Assert.Single((await fixture.Store.ClaimAsync(All(), Ended)).Work);
        Assert.Equal(ready, work.Id);

        await fixture.Store.EndAsync(work, InboxResult.Done(), Ended);
        fixture.Time.Advance(TimeSpan.FromDays(9));
        await SweepAsync(fixture);
        Assert.Null(await fixture.Store.FindAsync(ready, Ended));
        Assert.NotNull(await fixture.Store.FindAsync(dead.Id, Ended));
        Assert.Equal(1, await fixture.Cluster.NumberAsync($"select count(*) from {fixture.Schema}.delivery"));
    }

    [Fact]
    public async Task The_partitions_of_the_next_days_are_there_before_they_are_needed()
    {
        var fixture = await OpenAsync();
        await SweepAsync(fixture);

        // Today's, the next two, and what outlasts its day.
        Assert.Equal(
            4,
            await fixture.Cluster.NumberAsync($"select count(*) from pg_inherits where inhparent = '{fixture.Schema}.delivery'::regclass")
        );
    }

    [Fact]
    public async Task A_drop_waits_for_readers_and_no_reader_waits_for_it_that_it_waits_for()
    {
        var fixture = await OpenAsync();
        var done = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.EndAsync(done, InboxResult.Done(), Ended);
        fixture.Time.Advance(TimeSpan.FromDays(9));
        // Long enough for any machine.
        await fixture.RunAsync($"insert into {fixture.Schema}.meta values ('drop_wait', 60000)");
        await using var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        await RunAsync(
            connection,
            $"begin; set local lock_timeout = '10s'; lock table only {fixture.Schema}.delivery in access share mode"
        );
        var sweeping = Task.Run(() => SweepAsync(fixture), Ended);
        while (await fixture.Cluster.NumberAsync(WaitsFor(fixture)) == 0)
        {
            await Task.Yield();
        }

        // As a reader does, who has the parent and comes to the partition.
        await RunAsync(connection, $"select count(*) from {fixture.Schema}.delivery_{done.Id >> 39}; commit");
        await sweeping;

        Assert.Equal(0, await CountAsync(fixture, "delivery", done.Id));
        Assert.Equal(0, await fixture.Cluster.NumberAsync($"select count(*) from {fixture.Schema}.meta where name = 'drop_wait'"));
    }

    [Fact]
    public async Task A_drop_that_waited_in_vain_waits_for_longer_the_next_time_and_for_not_too_long()
    {
        var fixture = await OpenAsync();
        var done = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.EndAsync(done, InboxResult.Done(), Ended);
        fixture.Time.Advance(TimeSpan.FromDays(9));
        await using var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        await RunAsync(connection, $"begin; lock table only {fixture.Schema}.delivery in access share mode");

        var waits = new List<long>();
        for (var sweeps = 0; sweeps < 4; sweeps++)
        {
            await SweepAsync(fixture);
            waits.Add(await fixture.Cluster.NumberAsync($"select value from {fixture.Schema}.meta where name = 'drop_wait'"));
        }

        Assert.Equal([600, 1200, 1500, 1500], waits);
        Assert.Equal(1, await CountAsync(fixture, "delivery", done.Id));
        await RunAsync(connection, "commit");
        await SweepAsync(fixture);
        Assert.Equal(0, await CountAsync(fixture, "delivery", done.Id));
    }

    /// <summary>How many wait for the table of deliveries.</summary>
    private static string WaitsFor(PostgresStoreFixture fixture) =>
        $"select count(*) from pg_locks where not granted and relation = '{fixture.Schema}.delivery'::regclass";

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ended);
    }

    private static async Task SweepAsync(PostgresStoreFixture fixture)
    {
        for (var sweeps = 0; await fixture.Store.SweepAsync(Week, Ended); sweeps++)
        {
            Assert.True(sweeps < 100);
        }
    }

    /// <summary>Whether the partition of a delivery's day is there.</summary>
    private static Task<long> CountAsync(PostgresStoreFixture fixture, string table, long id) =>
        fixture.Cluster.NumberAsync($"select (to_regclass('{fixture.Schema}.{table}_{id >> 39}') is not null)::int");
}
