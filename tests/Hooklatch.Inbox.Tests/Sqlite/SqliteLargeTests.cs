using System.Security.Cryptography;
using Hooklatch.Sqlite;
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
        await SweepAsync(fixture);
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

    [Fact]
    public async Task A_large_one_is_dropped_in_slices()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        var work = (await fixture.Store.AcceptAsync(Item() with { Body = new byte[20 << 20] }, claim: true, Ended)).Work!;
        await fixture.Store.EndAsync(work, InboxResult.Done(), Ended);
        await fixture.Store.AcceptAsync(Item("kept", 2), claim: false, Ended);
        fixture.Time.Advance(TimeSpan.FromDays(2));
        var before = gate.Commits;

        while (await fixture.Store.SweepAsync(KeepAll with { MaxAge = TimeSpan.FromDays(1) }, Ended)) { }

        Assert.Equal((0, 0), (Count(fixture, "chunk"), Count(fixture, "upload")));
        Assert.InRange(gate.Commits - before, 5, 12);
        Assert.Equal(1, Count(fixture, "delivery"));
    }

    [Fact]
    public async Task Of_what_is_too_much_no_more_is_dropped_while_the_pieces_of_a_large_one_are()
    {
        var fixture = await OpenAsync();
        foreach (var identity in new byte[] { 1, 2 })
        {
            var work = (
                await fixture.Store.AcceptAsync(Item(identity: identity) with { Body = new byte[10 << 20] }, claim: true, Ended)
            ).Work!;
            await fixture.Store.EndAsync(work, InboxResult.Done(), Ended);
        }

        while (await fixture.Store.SweepAsync(KeepAll with { MaxBytes = 15 << 20 }, Ended)) { }

        Assert.Equal(1, Count(fixture, "delivery"));
        Assert.Equal(40, Count(fixture, "chunk"));
    }

    [Fact]
    public async Task What_is_erased_of_large_ones_is_gone_when_that_returns()
    {
        var fixture = await OpenAsync();
        for (byte identity = 1; identity < 4; identity++)
        {
            await fixture.Store.AcceptAsync(Item(identity: identity) with { Body = new byte[6 << 20] }, claim: false, Ended);
        }

        Assert.Equal(3, await fixture.Store.EraseAsync(new() { Plugin = "tests.one" }, Ended));

        Assert.Equal((0, 0, 0), (Count(fixture, "chunk"), Count(fixture, "upload"), Count(fixture, "delivery")));
    }

    [Fact]
    public async Task Where_too_many_large_ones_are_in_memory_the_next_is_refused_at_once()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        var item = Item() with { Body = new byte[64 << 20] };
        using var leaving = new CancellationTokenSource();
        var reached = gate.Close();
        var first = fixture.Store.AcceptAsync(Item(), claim: false, Ended).AsTask();
        await reached;

        var waiting = Enumerable.Range(0, 4).Select(_ => fixture.Store.AcceptAsync(item, claim: false, leaving.Token).AsTask()).ToArray();
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(item, claim: false, Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.RecordAsync(item, InboxResult.Done(), Ended));
        await leaving.CancelAsync();
        foreach (var each in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => each);
        }

        gate.Open();
        await first;
        var small = Item(identity: 2) with { Body = new byte[2 << 20] };
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(small, claim: false, Ended)).Kind);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2 << 20)]
    public async Task A_disk_without_room_records_nothing(int length)
    {
        var fixture = Create(new SqliteHooks { FreeBytesOf = _ => 0 });
        await fixture.OpenAsync(new(1000, 1 << 30, MinFreeDisk: 1000));

        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
            await fixture.Store.RecordAsync(Item() with { Body = new byte[length] }, InboxResult.Done(), Ended)
        );

        await SweepAsync(fixture);
        Assert.Equal((0, 0, 0), (Count(fixture, "chunk"), Count(fixture, "upload"), Count(fixture, "delivery")));
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
