using System.Security.Cryptography;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteLargeTests : SqliteStoreTests
{
    [Theory]
    [InlineData((1 << 20) + 1, -1)]
    [InlineData(3_000_000, 1_700_000)]
    [InlineData(10, 2 << 20)]
    [InlineData(2 << 20, 0)]
    public async Task A_large_body_and_payload_are_read_as_they_came(int body, int payload)
    {
        var fixture = await OpenAsync();
        var item = Item() with
        {
            Body = RandomNumberGenerator.GetBytes(body),
            Payload = payload < 0 ? null : RandomNumberGenerator.GetBytes(payload),
        };

        var id = (await fixture.Store.AcceptAsync(item, claim: false, Ended)).Id;
        var copy = await fixture.Store.ReplayAsync(id, Ended);
        await fixture.RestartAsync();

        foreach (var each in new[] { id, copy!.Value })
        {
            var read = await fixture.Store.ReadAsync(each, Ended);
            Assert.True(read!.Body.Span.SequenceEqual(item.Body.Span));
            Assert.Equal(item.Payload is null, read.Payload is null);
            Assert.True((read.Payload ?? default).Span.SequenceEqual((item.Payload ?? default).Span));
        }
    }

    [Fact]
    public async Task A_copy_of_a_large_one_writes_nothing()
    {
        var fixture = await OpenAsync();
        var item = Item(identity: 1) with { Body = new byte[2 << 20] };
        var id = (await fixture.Store.AcceptAsync(item, claim: false, Ended)).Id;

        var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.Store.AcceptAsync(item, claim: false, Ended).AsTask()));

        Assert.All(copies, copy => Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), copy));
        Assert.Equal(8, Count(fixture, "chunk"));
    }

    [Fact]
    public async Task Of_copies_that_come_at_once_one_stays()
    {
        var fixture = await OpenAsync();
        var item = Item(identity: 1) with { Body = new byte[2 << 20] };

        var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.Store.AcceptAsync(item, claim: false, Ended).AsTask()));

        Assert.Single(copies, copy => copy.Kind == InboxAcceptanceKind.Accepted);
        Assert.Equal((8, 0), (Count(fixture, "chunk"), Count(fixture, "upload")));
    }

    [Fact]
    public async Task What_was_written_of_one_that_never_came_is_dropped_after_the_next_start()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        using var leaving = new CancellationTokenSource();
        var reached = gate.Close();
        var accepting = fixture.Store.AcceptAsync(Item() with { Body = new byte[8 << 20] }, claim: false, leaving.Token).AsTask();
        for (var commits = 0; commits < 4; commits++)
        {
            await reached;
            reached = gate.Close(passing: true);
        }

        await reached;
        var abandoning = fixture.Sqlite.AbandonAsync();
        gate.Open();
        await abandoning;
        await Assert.ThrowsAsync<InboxUnavailableException>(() => accepting);
        await fixture.OpenAsync();
        await SweepAsync(fixture);

        Assert.Equal((0, 0), (Count(fixture, "chunk"), Count(fixture, "upload")));
        Assert.Empty((await fixture.Store.SearchAsync(new(), Ended)).Deliveries);
    }

    [Fact]
    public async Task What_was_written_for_a_caller_who_left_is_dropped()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        using var leaving = new CancellationTokenSource();
        var reached = gate.Close();
        var accepting = fixture.Store.AcceptAsync(Item() with { Body = new byte[8 << 20] }, claim: false, leaving.Token).AsTask();
        for (var commits = 0; commits < 4; commits++)
        {
            await reached;
            reached = gate.Close(passing: true);
        }

        await reached;
        await leaving.CancelAsync();
        gate.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting);
        await SweepAsync(fixture);

        Assert.Equal((0, 0), (Count(fixture, "chunk"), Count(fixture, "upload")));
    }

    private static async Task SweepAsync(SqliteStoreFixture fixture)
    {
        while (await fixture.Store.SweepAsync(KeepAll, Ended)) { }
    }

    private static long Count(SqliteStoreFixture fixture, string table)
    {
        using var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(5));
        return database.Number($"select count(*) from {table}")!.Value;
    }
}
