using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteTriesTests : SqliteStoreTests
{
    [Fact]
    public async Task After_more_tries_than_are_kept_the_last_is_the_last_and_the_oldest_are_gone()
    {
        var fixture = await OpenAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var first = OutcomeTable.First(work.Id);
        using (var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(5)))
        {
            database.Execute(
                $"""
                with recursive tries(number) as (select 0 union all select number + 1 from tries where number < {OutcomeTable.PerDelivery
                    - 1})
                insert into outcome(id, attempt, crashes, state, started_at, elapsed, ended_at) select {first} + number, number, 0, 2, 0, 0, 0 from tries
                """
            );
        }

        await fixture.Store.EndAsync(work, InboxResult.Dead("Wrong", "the last", "f"), Ended);

        var record = await fixture.Store.FindAsync(work.Id, Ended);
        Assert.Equal("the last", record!.Summary.Error);
        Assert.Equal("the last", record.Attempts[^1].Error);
        Assert.Equal(OutcomeTable.PerDelivery / 2, record.Attempts[0].Number);
        Assert.Equal((OutcomeTable.PerDelivery / 2) + 1, record.Attempts.Count);
    }

    [Fact]
    public async Task One_that_was_put_aside_tells_copies_again_when_it_is_queued_once_more()
    {
        var fixture = await OpenAsync();
        var id = (await fixture.Store.AcceptAsync(Item(identity: 1, deliveryId: "d"), claim: false, Ended)).Id;
        await fixture.Store.DismissAsync(id, Ended);
        fixture.Time.Advance(TimeSpan.FromDays(2));
        while (await fixture.Store.SweepAsync(KeepAll with { IdentityAge = TimeSpan.FromDays(1) }, Ended)) { }

        Assert.True(await fixture.Store.RequeueAsync(id, Ended));

        Assert.Equal(
            new(InboxAcceptanceKind.Duplicate, id),
            await fixture.Store.AcceptAsync(Item(identity: 1, deliveryId: "d"), claim: false, Ended)
        );
    }

    [Theory]
    [InlineData("delete from chunk where id in (select max(id) from chunk)", "of the 2097152 bytes of delivery 1, 1835008 are there")]
    [InlineData(
        "update chunk set data = cast(data || data as blob) where id in (select max(id) from chunk)",
        "has more bytes than it was stored with"
    )]
    public async Task A_large_one_that_is_not_whole_is_no_delivery(string damage, string expected)
    {
        var fixture = await OpenAsync();
        var id = (await fixture.Store.AcceptAsync(Item() with { Body = new byte[2 << 20] }, claim: false, Ended)).Id;
        using (var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(5)))
        {
            database.Execute(damage);
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await fixture.Store.ReadAsync(id, Ended));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_pages_are_damaged_is_no_delivery_and_the_others_are_read()
    {
        var fixture = await OpenAsync();
        var kept = (await fixture.Store.AcceptAsync(Item("kept", 1), claim: false, Ended)).Id;
        var id = (await fixture.Store.AcceptAsync(Item(new string('x', 100_000), 2), claim: false, Ended)).Id;
        await fixture.Sqlite.DisposeAsync();
        await DamageAsync(fixture.Database);
        await fixture.OpenAsync();

        await Assert.ThrowsAsync<InvalidDataException>(async () => await fixture.Store.ReadAsync(id, Ended));
        Assert.NotNull(await fixture.Store.ReadAsync(kept, Ended));
    }

    /// <summary>The first page that holds nothing but the text is in the middle of the chain: its number of the next one is made wrong.</summary>
    private static async Task DamageAsync(string path)
    {
        const int page = 8192;
        var bytes = await File.ReadAllBytesAsync(path, Ended);
        for (var at = 0; at < bytes.Length; at += page)
        {
            if (!bytes.AsSpan(at + 4, page - 4).ContainsAnyExcept((byte)'x'))
            {
                bytes.AsSpan(at, 4).Fill(0x7F);
                await File.WriteAllBytesAsync(path, bytes, Ended);
                return;
            }
        }

        Assert.Fail("No page holds nothing but the text.");
    }
}
