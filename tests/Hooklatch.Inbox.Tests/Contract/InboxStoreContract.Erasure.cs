namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What is erased because somebody says so.</content>
public abstract partial class InboxStoreContract
{
    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Leased)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Waiting)]
    [InlineData(InboxState.Suspect)]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    [InlineData(InboxState.Quarantined)]
    [InlineData(InboxState.Dismissed)]
    public async Task Nothing_is_known_of_an_erased_one_whatever_its_state_was(InboxState state)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key", identity: 1));

        Assert.Equal(1, await Store.EraseAsync(new() { Id = id }, Ended));

        Assert.Equal(0, await Store.EraseAsync(new() { Id = id }, Ended));
        Assert.Null(await FindAsync(id));
        Assert.Null(await Store.ReadAsync(id, Ended));
        Assert.DoesNotContain(id, await IdsAsync(new()));
        await RestartAsync();
        Pass(TimeSpan.FromDays(1));
        Assert.DoesNotContain(id, (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Null(await ClaimSuspectAsync());
        Assert.Equal(InboxAcceptanceKind.Accepted, (await OfferAsync(Item(identity: 1))).Kind);
    }

    [Fact]
    public async Task The_claim_of_an_erased_one_is_stale()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await Store.EraseAsync(new() { Id = work.Id }, Ended);
        Assert.False(await Store.MarkStartedAsync(work, isAlone: true, Ended));

        Assert.False(await EndAsync(work, Retry(TimeSpan.Zero)));
        await RestartAsync();
        Assert.Empty(await SearchAsync(new()));
    }

    [Fact]
    public async Task Erasure_takes_what_satisfies_everything_that_is_said()
    {
        var old = await AcceptAsync(Item("/a") with { DeliveryId = "d1" });
        var oldB = await AcceptAsync(Item("/b") with { DeliveryId = "d1" });
        var oldTwo = await AcceptAsync(Item("/a", plugin: "tests.two") with { DeliveryId = "d2" });
        Pass(TimeSpan.FromHours(1));
        var now = Now;
        var young = await AcceptAsync(Item("/a") with { DeliveryId = "d1" });
        var youngTwo = await AcceptAsync(Item("/a", plugin: "tests.two") with { DeliveryId = "d1" });
        Task<long> EraseAsync(InboxErasure what) => Store.EraseAsync(what, Ended).AsTask();

        Assert.Equal(
            0,
            await EraseAsync(
                new()
                {
                    Id = old,
                    Endpoint = "/b",
                    Plugin = "tests.one",
                }
            )
        );
        Assert.Equal(0, await EraseAsync(new() { DeliveryId = "d3" }));
        Assert.Equal(0, await EraseAsync(new() { Before = now - TimeSpan.FromHours(1) }));
        Assert.Equal(
            0,
            await EraseAsync(
                new()
                {
                    DeliveryId = "d1",
                    Plugin = "tests.two",
                    Before = now,
                }
            )
        );
        Assert.Equal(5, (await SearchAsync(new())).Count);

        Assert.Equal(
            1,
            await EraseAsync(
                new()
                {
                    DeliveryId = "d1",
                    Plugin = "tests.one",
                    Endpoint = "/a",
                    Before = now,
                }
            )
        );
        Assert.Equal([youngTwo, young, oldTwo, oldB], await IdsAsync(new()));
        Assert.Equal(1, await EraseAsync(new() { Plugin = "tests.one", Endpoint = "/b" }));
        Assert.Equal([youngTwo, young, oldTwo], await IdsAsync(new()));
        Assert.Equal(1, await EraseAsync(new() { Before = now }));
        Assert.Equal([youngTwo, young], await IdsAsync(new()));
        Assert.Equal(1, await EraseAsync(new() { Plugin = "tests.two" }));
        Assert.Equal(1, await EraseAsync(new() { DeliveryId = "d1" }));
        Assert.Empty(await IdsAsync(new()));
    }

    [Fact]
    public async Task Erasure_takes_replays_and_records_of_a_delivery_by_its_providers_id()
    {
        var id = await AcceptAsync(Item() with { DeliveryId = "d1" });
        await Store.ReplayAsync(id, Ended);
        await Store.RecordAsync(Item() with { DeliveryId = "d1" }, InboxResult.Done(), Ended);

        Assert.Equal(3, await Store.EraseAsync(new() { DeliveryId = "d1" }, Ended));
        Assert.Empty(await SearchAsync(new()));
    }

    [Fact]
    public async Task Erasure_of_everything_has_to_be_said()
    {
        var id = await AcceptAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.EraseAsync(new(), Ended));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.EraseAsync(new() { Id = id, Endpoint = "/a" }, Ended));

        Assert.Equal(InboxState.Ready, await StateAsync(id));
    }

    [Fact]
    public async Task Many_are_erased_at_once()
    {
        var items = Enumerable.Range(0, 3000).Select(_ => Item()).ToArray();
        await Task.WhenAll(items.Select(item => OfferAsync(item)));
        var other = await AcceptAsync("/b");

        Assert.Equal(3000, await Store.EraseAsync(new() { Plugin = "tests.one", Endpoint = "/a" }, Ended));
        Assert.Equal([other], await IdsAsync(new()));
        Assert.Equal((0, 0, null), ((await DepthAsync()).Ready, (await DepthAsync()).Bytes, (await DepthAsync()).OldestAt));
    }
}
