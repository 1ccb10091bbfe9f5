using Hooklatch.Postgres;
using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>Servers that are not there, not safe, or behind a pooler.</summary>
public sealed class PostgresFailureTests : PostgresStoreTests
{
    [Fact]
    public async Task Connections_that_are_all_in_use_are_not_closed_for_it()
    {
        var fixture = await OpenAsync();
        await using var source = NpgsqlDataSource.Create($"{fixture.Cluster.ConnectionString};Maximum Pool Size=1;Timeout=1");
        await using var database = new Database(source, isOwn: false, fixture.Schema, PostgresHooks.None);
        int process;
        await using (var held = await source.OpenConnectionAsync(Ended))
        {
            process = held.ProcessID;
            await Assert.ThrowsAsync<InboxUnavailableException>(() =>
                database.UseAsync(connection => Task.FromResult(connection.ProcessID), Ended)
            );
        }

        Assert.Equal(process, await database.UseAsync(connection => Task.FromResult(connection.ProcessID), Ended));
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_server_crashes_under_load_and_the_store_comes_back_by_itself()
    {
        var cluster = Own(await PostgresCluster.OwnAsync());
        var fixture = await OpenAsync(cluster);
        var (acknowledged, failures, isOver) = (new Acknowledged(), 0, false);
        var enough = acknowledged.MoreAsync(500);
        var isBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var load = Enumerable
            .Range(0, 16)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!Volatile.Read(ref isOver))
                    {
                        try
                        {
                            acknowledged.Add((await fixture.Store.AcceptAsync(Item(), false, Ended)).Id);
                        }
                        catch (InboxUnavailableException)
                        {
                            Interlocked.Increment(ref failures);
                            await isBack.Task;
                        }
                    }
                })
            )
            .ToArray();
        await enough;

        await cluster.CrashAsync();
        await cluster.StartAsync();
        var more = acknowledged.MoreAsync(500);
        isBack.SetResult();
        await more;

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(load);
        Assert.True(failures > 0);
        var stored = await IdsAsync(fixture.Store);
        Assert.Empty(acknowledged.Ids.Except(stored));
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_connections_are_ended_in_a_stream()
    {
        var fixture = await OpenAsync();
        var (acknowledged, isOver) = (new Acknowledged(), false);
        var load = Enumerable
            .Range(0, 8)
            .Select(n =>
                Task.Run(async () =>
                {
                    for (var tries = 0; !Volatile.Read(ref isOver); tries++)
                    {
                        try
                        {
                            acknowledged.Add((await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Id);
                        }
                        catch (InboxUnavailableException) { }
                    }
                })
            )
            .ToArray();
        for (var kills = 0; kills < 20; kills++)
        {
            var more = acknowledged.MoreAsync(20);
            await fixture.RunAsync(
                $"select count(pg_terminate_backend(pid)) from pg_stat_activity where query like '%{fixture.Schema}.%' and pid <> pg_backend_pid()"
            );
            await more;
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(load);
        Assert.Empty(acknowledged.Ids.Except(await IdsAsync(fixture.Store)));
    }

    [Fact]
    public async Task A_store_whose_server_is_gone_says_so_and_works_again_when_it_is_back()
    {
        var cluster = Own(await PostgresCluster.OwnAsync());
        var fixture = await OpenAsync(cluster);
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await cluster.CrashAsync();

        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(Item(), false, Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.ClaimAsync(All(), Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.EndAsync(work, InboxResult.Done(), Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.GetPausesAsync(Ended));

        await cluster.StartAsync();
        Assert.True(await fixture.Store.EndAsync(work, InboxResult.Done(), Ended));
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), false, Ended)).Kind);
    }

    [Fact]
    public async Task Without_a_free_connection_the_store_is_unavailable_and_not_broken()
    {
        var cluster = Own(await PostgresCluster.OwnAsync("max_connections = 12", "superuser_reserved_connections = 1"));
        var fixture = await OpenAsync(cluster);
        var taken = new List<NpgsqlConnection>();
        try
        {
            while (true)
            {
                var connection = new NpgsqlConnection($"{cluster.ConnectionString};Pooling=false");
                await connection.OpenAsync(Ended);
                taken.Add(connection);
            }
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.TooManyConnections) { }

        var other = await fixture.CreateAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => other.OpenAsync(fixture.Context, Ended));
        Assert.Contains("cannot be opened", refused.Message, StringComparison.Ordinal);
        foreach (var connection in taken)
        {
            await connection.DisposeAsync();
        }

        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), false, Ended)).Kind);
    }

    [Fact]
    public async Task A_server_that_does_not_flush_is_refused()
    {
        var cluster = Own(await PostgresCluster.OwnAsync("fsync = off"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(cluster));

        Assert.Contains("fsync=off", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-c synchronous_commit=off", false, "synchronous_commit=off")]
    [InlineData("", true, "RequireSynchronousStandby")]
    public async Task A_server_that_keeps_less_than_is_asked_for_is_refused(string setting, bool requireStandby, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            OpenAsync(configure: options =>
            {
                options.RequireSynchronousStandby = requireStandby;
                options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString)
                {
                    Options = setting,
                }.ConnectionString;
            })
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_the_next_version_is_used_and_one_of_the_version_after_that_is_not()
    {
        var fixture = await OpenAsync();
        await fixture.RunAsync($"update {fixture.Schema}.meta set value = 2 where name = 'version'");
        Assert.Equal(InboxAcceptanceKind.Accepted, (await (await fixture.OpenOtherAsync()).AcceptAsync(Item(), false, Ended)).Kind);

        await fixture.RunAsync($"update {fixture.Schema}.meta set value = 3 where name = 'version'");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenOtherAsync());
        Assert.Contains("a newer one wrote it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_that_start_at_once_create_one_schema()
    {
        var fixture = Own(new PostgresStoreFixture());
        var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.OpenOtherAsync()));

        Assert.Equal(5, stores.Select(store => store.Inbox.Host.Owner).Distinct().Count());
    }

    [Fact]
    public async Task Everything_works_behind_a_pooler_in_transaction_mode()
    {
        Component.Require("pgbouncer");
        var cluster = await PostgresCluster.SharedAsync();
        await using var pooler = await PgBouncer.StartAsync(cluster);
        var fixture = await OpenAsync(configure: options =>
        {
            options.ConnectionString = pooler.ConnectionString;
            options.ListenConnectionString = "";
        });
        var other = await fixture.OpenOtherAsync();

        var accepted = await Task.WhenAll(
            Enumerable.Range(1, 200).Select(n => fixture.Store.AcceptAsync(Item(n, $"{n % 10}"), false, Ended).AsTask())
        );
        var ended = 0;
        while (ended < accepted.Length)
        {
            foreach (var work in (await other.ClaimAsync(All(), Ended)).Work)
            {
                await other.MarkStartedAsync(work, isAlone: false, Ended);
                Assert.True(await other.EndAsync(work, InboxResult.Done(), Ended));
                ended++;
            }
        }

        await other.Inbox.Host.BeatAsync(Ended);
        await other.Inbox.Host.RescueAsync(Ended);
        Assert.False(await other.SweepAsync(new(TimeSpan.FromDays(1), long.MaxValue, TimeSpan.FromDays(1)), Ended));
        Assert.All(
            (await other.SearchAsync(new() { Size = 500 }, Ended)).Deliveries,
            summary => Assert.Equal(InboxState.Done, summary.State)
        );
    }

    private static async Task<HashSet<long>> IdsAsync(IInboxStore store)
    {
        var ids = new HashSet<long>();
        for (long? before = null; ; )
        {
            var page = await store.SearchAsync(new() { Size = InboxQuery.MaxSize, Before = before }, Ended);
            ids.UnionWith(page.Deliveries.Select(summary => summary.Id));
            if ((before = page.Next) is null)
            {
                return ids;
            }
        }
    }
}
