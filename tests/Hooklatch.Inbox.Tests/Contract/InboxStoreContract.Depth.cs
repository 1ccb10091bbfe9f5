namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What is said about how much there is.</content>
public abstract partial class InboxStoreContract
{
    [Theory]
    [InlineData(InboxState.Ready, 1, 0, 0, 0, 0)]
    [InlineData(InboxState.Leased, 0, 1, 0, 0, 0)]
    [InlineData(InboxState.Delayed, 0, 0, 1, 0, 0)]
    [InlineData(InboxState.Suspect, 1, 0, 0, 0, 0)]
    [InlineData(InboxState.Done, 0, 0, 0, 0, 0)]
    [InlineData(InboxState.Dead, 0, 0, 0, 1, 0)]
    [InlineData(InboxState.Quarantined, 0, 0, 0, 0, 1)]
    [InlineData(InboxState.Dismissed, 0, 0, 0, 0, 0)]
    public async Task Each_state_is_counted_in_its_place(
        InboxState state,
        long ready,
        long leased,
        long delayed,
        long dead,
        long quarantined
    )
    {
        var item = Item() with { Body = new byte[7], Payload = new byte[5], Details = new byte[3] };
        var received = Now;
        var id = await AcceptInStateAsync(state, item);
        var expected = new InboxDepth
        {
            Plugin = "tests.one",
            Endpoint = "/a",
            Ready = ready,
            Leased = leased,
            Delayed = delayed,
            Dead = dead,
            Quarantined = quarantined,
            Bytes = ready + leased + delayed + dead + quarantined > 0 ? SizeOf(item) : 0,
            OldestAt = ready + leased > 0 ? received : null,
        };

        Assert.Equal(expected, await DepthAsync());
        await Store.EraseAsync(new() { Id = id }, Ended);
        Assert.Equal(new() { Plugin = "tests.one", Endpoint = "/a" }, await DepthAsync());
    }

    [Fact]
    public async Task What_waits_for_others_of_its_key_counts_as_ready()
    {
        await AcceptManyAsync(3, key: "key");
        await ClaimOneAsync();

        Assert.Equal(
            (2, 1, 3 * SizeOf(Item(key: "key"))),
            ((await DepthAsync()).Ready, (await DepthAsync()).Leased, (await DepthAsync()).Bytes)
        );
    }

    [Fact]
    public async Task Endpoints_and_plugins_are_counted_apart()
    {
        await AcceptManyAsync(2, "/a");
        await AcceptAsync("/b");
        await AcceptAsync(Item("/a", plugin: "tests.two"));

        var depth = await Store.GetDepthAsync(Ended);

        Assert.Equal(
            [("tests.one", "/a", 2), ("tests.one", "/b", 1), ("tests.two", "/a", 1)],
            depth.Where(each => each.Ready > 0).Select(each => (each.Plugin, each.Endpoint, each.Ready)).Order()
        );
    }

    [Fact]
    public async Task The_oldest_is_the_first_that_is_ready_or_runs()
    {
        var received = Now;
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        Pass(TimeSpan.FromMinutes(1));
        var second = Now;
        await AcceptAsync();
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(received, (await DepthAsync()).OldestAt);
        await EndAsync(work, Retry(TimeSpan.FromMinutes(1)));
        Assert.Equal(second, (await DepthAsync()).OldestAt);
        Pass(TimeSpan.FromMinutes(1));
        await ClaimAllAsync();
        Assert.Equal(received, (await DepthAsync()).OldestAt);
        await RestartAsync();
        Assert.Equal(received, (await DepthAsync()).OldestAt);
    }
}
