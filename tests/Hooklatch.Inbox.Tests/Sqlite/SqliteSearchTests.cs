namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteSearchTests : SqliteStoreTests
{
    [Fact]
    public async Task A_delivery_is_found_by_the_providers_id_also_when_copies_of_it_are_no_longer_recognised()
    {
        var fixture = await OpenAsync();
        var first = (await fixture.Store.AcceptAsync(Item(identity: 1, deliveryId: "abc"), claim: true, Ended)).Work!;
        await fixture.Store.EndAsync(first, InboxResult.Done(), Ended);
        await fixture.Store.RecordAsync(Item(deliveryId: "abc"), InboxResult.Done(), Ended);
        await fixture.Store.AcceptAsync(Item(identity: 2, deliveryId: "abcd"), claim: false, Ended);
        fixture.Time.Advance(TimeSpan.FromDays(8));

        await fixture.Store.SweepAsync(KeepAll with { IdentityAge = TimeSpan.FromDays(7) }, Ended);

        Assert.Equal(2, (await fixture.Store.SearchAsync(new() { DeliveryId = "abc" }, Ended)).Deliveries.Count);
        var again = await fixture.Store.AcceptAsync(Item(identity: 1, deliveryId: "abc"), claim: false, Ended);
        Assert.Equal(InboxAcceptanceKind.Accepted, again.Kind);
        Assert.Equal(3, (await fixture.Store.SearchAsync(new() { DeliveryId = "abc" }, Ended)).Deliveries.Count);
        Assert.Equal(3, await fixture.Store.EraseAsync(new() { DeliveryId = "abc" }, Ended));
        Assert.Empty((await fixture.Store.SearchAsync(new() { DeliveryId = "abc" }, Ended)).Deliveries);
    }

    [Fact]
    public async Task What_is_erased_by_the_providers_id_is_found_without_reading_everything()
    {
        var fixture = await OpenAsync();
        await Task.WhenAll(
            Enumerable
                .Range(1, 2000)
                .Select(number => fixture.Store.AcceptAsync(Item(identity: number, deliveryId: $"d{number}"), claim: false, Ended).AsTask())
        );
        await fixture.Store.SearchAsync(new() { Size = 1 }, Ended);
        var before = fixture.Sqlite.Inbox.Readers.Work.Steps;

        Assert.Equal(1, await fixture.Store.EraseAsync(new() { DeliveryId = "d77" }, Ended));

        Assert.InRange(fixture.Sqlite.Inbox.Readers.Work.Steps - before, 1, 500);
    }

    [Fact]
    public async Task Text_with_a_zero_in_it_or_of_any_language_is_kept_whole()
    {
        var fixture = await OpenAsync();
        var item = Item() with { DeliveryId = "a\0b", Event = "größe 🪝", OrderKey = new string('ß', 128) };

        var id = (await fixture.Store.AcceptAsync(item, claim: false, Ended)).Id;
        var read = await fixture.Store.ReadAsync(id, Ended);

        Assert.Equal((item.DeliveryId, item.Event, item.OrderKey), (read!.DeliveryId, read.Event, read.OrderKey));
        Assert.Single((await fixture.Store.SearchAsync(new() { DeliveryId = "a\0b", Event = "größe 🪝" }, Ended)).Deliveries);
    }

    [Fact]
    public async Task The_id_of_an_erased_delivery_is_given_to_no_other()
    {
        var fixture = await OpenAsync();
        var id = (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Id;
        await fixture.Store.EraseAsync(new() { Id = id }, Ended);
        await fixture.RestartAsync();

        Assert.True((await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Id > id);
    }

    [Fact]
    public async Task A_claim_whose_delivery_was_erased_counts_in_no_depth()
    {
        var fixture = await OpenAsync();
        var claimed = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Id;
        var other = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.EndAsync(other, InboxResult.Retry(TimeSpan.FromHours(1), "timeout", null, null), Ended);

        await fixture.Store.EraseAsync(new() { Id = claimed }, Ended);

        var depth = Assert.Single(await fixture.Store.GetDepthAsync(Ended));
        Assert.Equal((0, 1, null), (depth.Leased, depth.Delayed, depth.OldestAt));
    }
}
