using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>Schemas that an earlier binary has made, which may run on beside this one.</summary>
public sealed class PostgresMigrationTests : PostgresStoreTests
{
    private static readonly ValueKey Key = new("tests.one", "chat:a", "cursor");

    [Fact]
    public async Task A_schema_of_the_first_revision_is_opened_and_works()
    {
        var fixture = await CreateFirstAsync();
        await fixture.RunAsync(SetOld(fixture, "cursor", 300));

        await fixture.OpenAsync();

        Assert.Equal(300, (await fixture.Store.GetValueAsync(Key, Ended))!.Value.Length);
        var id = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!.Id;
        await fixture.Store.AddAuditAsync(
            new()
            {
                Who = "ops",
                Action = "replay",
                Target = $"delivery {id}",
            },
            Ended
        );
        Assert.Single(await fixture.Store.ReadAuditAsync(null, 10, Ended));
        Assert.Equal([id], (await fixture.Store.SearchAsync(new() { After = 0, Jobs = false }, Ended)).Deliveries.Select(each => each.Id));
        await fixture.RestartAsync();
        Assert.Single(await fixture.Store.ReadAuditAsync(null, 10, Ended));
    }

    [Fact]
    public async Task What_plugins_kept_before_counts_and_so_does_what_the_binary_before_writes()
    {
        var fixture = await CreateFirstAsync();
        fixture.Limits = fixture.Limits with { MaxValueBytes = 1000 };
        await fixture.RunAsync(SetOld(fixture, "cursor", 300));
        await fixture.OpenAsync();

        await fixture.RunAsync(SetOld(fixture, "other", 300));

        Assert.Equal(412 + 411, await TotalAsync(fixture));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await fixture.Store.SetValueAsync(Key with { Key = "third" }, new byte[300], null, null, Ended)
        );
        Assert.NotNull(await fixture.Store.SetValueAsync(Key, new byte[350], null, null, Ended));
        Assert.Equal(462 + 411, await TotalAsync(fixture));
    }

    [Fact]
    public async Task The_bytes_of_a_plugin_are_those_of_its_values_whatever_happens_to_them()
    {
        var fixture = await OpenAsync();
        var random = new Random(1);
        for (var step = 0; step < 200; step++)
        {
            var key = Key with { Key = $"{random.Next(5)}" };
            if (random.Next(4) == 0)
            {
                await fixture.Store.DeleteValueAsync(key, Ended);
            }
            else
            {
                var lifetime = random.Next(3) == 0 ? TimeSpan.FromMinutes(random.Next(1, 5)) : default(TimeSpan?);
                await fixture.Store.SetValueAsync(key, new byte[random.Next(50)], lifetime, null, Ended);
            }

            fixture.Time.Advance(TimeSpan.FromSeconds(20));
            if (step % 10 == 0)
            {
                await fixture.Store.SweepAsync(new(TimeSpan.FromDays(7), long.MaxValue, TimeSpan.FromDays(7)), Ended);
            }
        }

        Assert.Equal(await fixture.Cluster.NumberAsync($"select sum(size) from {fixture.Schema}.value"), await TotalAsync(fixture));
    }

    [Fact]
    public async Task What_the_binary_before_calls_to_search_is_there_still()
    {
        var fixture = await OpenAsync();
        var id = (await fixture.Store.AcceptAsync(Item(), false, Ended)).Id;

        Assert.Equal(
            id,
            await fixture.Cluster.NumberAsync(
                $"select id from {fixture.Schema}.search(null, null, null, null, null, null, null, null, 9223372036854775807, 50, 20000) where id is not null"
            )
        );
    }

    /// <summary>A schema as the first revision wrote it; nothing is open yet.</summary>
    private async Task<PostgresStoreFixture> CreateFirstAsync()
    {
        var fixture = Own(new PostgresStoreFixture(await PostgresCluster.SharedAsync()));
        var script = await File.ReadAllTextAsync(
            Repository.PathOf("tests", "Hooklatch.Inbox.Tests", "Postgres", "Schemas", "1.sql"),
            Ended
        );
        await using var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        await using var command = new NpgsqlCommand(script.Replace("{schema}", fixture.Schema, StringComparison.Ordinal), connection);
        await command.ExecuteNonQueryAsync(Ended);
        return fixture;
    }

    /// <summary>The call with which the binary before this one writes a value.</summary>
    private static string SetOld(PostgresStoreFixture fixture, string key, int length) =>
        $"select {fixture.Schema}.set_value(null, 'tests.one', 'chat:a', '{key}', decode(repeat('00', {length}), 'hex'), {new ValueKey("tests.one", "chat:a", key).SizeOf(length)}, null, null, 1000000)";

    private static Task<long> TotalAsync(PostgresStoreFixture fixture) =>
        fixture.Cluster.NumberAsync($"select bytes from {fixture.Schema}.value_total where plugin = 'tests.one'");
}
