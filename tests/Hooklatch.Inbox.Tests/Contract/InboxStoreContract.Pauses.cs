namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What is paused accepts and does not run.</content>
public abstract partial class InboxStoreContract
{
    [Theory]
    [InlineData("/a")]
    [InlineData(null)]
    public async Task What_is_paused_accepts_and_holds_until_it_is_let_go(string? endpoint)
    {
        await Store.SetPausedAsync(new("tests.one", endpoint), true, Ended);

        var acceptance = await OfferAsync(Item(), claim: true);

        Assert.Equal((InboxAcceptanceKind.Accepted, null), (acceptance.Kind, acceptance.Work));
        Assert.Empty(await ClaimAllAsync());
        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(acceptance.Id));
        await Store.SetPausedAsync(new("tests.one", endpoint), false, Ended);
        Assert.Equal(acceptance.Id, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task A_pause_outlasts_the_process()
    {
        await AcceptAsync();
        await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);
        await Store.SetPausedAsync(new("tests.two", null), true, Ended);
        await RestartAsync();

        Assert.Empty(await ClaimAllAsync());
        Assert.Equivalent(
            new InboxPause[] { new("tests.one", "/a"), new("tests.two", null) },
            await Store.GetPausesAsync(Ended),
            strict: true
        );

        await Store.SetPausedAsync(new("tests.one", "/a"), false, Ended);
        await RestartAsync();
        Assert.Equal([new("tests.two", null)], await Store.GetPausesAsync(Ended));
        Assert.Single(await ClaimAllAsync());
    }

    [Fact]
    public async Task Pauses_of_an_endpoint_and_of_its_plugin_are_independent_and_each_is_set_once()
    {
        await AcceptAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);
            await Store.SetPausedAsync(new("tests.one", null), true, Ended);
        }

        Assert.Equal(2, (await Store.GetPausesAsync(Ended)).Count);
        await Store.SetPausedAsync(new("tests.one", null), false, Ended);
        Assert.Empty(await ClaimAllAsync());
        await Store.SetPausedAsync(new("tests.one", null), true, Ended);
        await Store.SetPausedAsync(new("tests.one", "/a"), false, Ended);
        Assert.Empty(await ClaimAllAsync());
        await Store.SetPausedAsync(new("tests.one", null), false, Ended);
        Assert.Single(await ClaimAllAsync());
    }

    [Fact]
    public async Task A_pause_holds_nothing_else()
    {
        await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);
        await Store.SetPausedAsync(new("tests.three", null), true, Ended);
        await AcceptAsync("/a");
        var free = await AcceptAsync("/b");
        var other = await AcceptAsync(Item("/a", plugin: "tests.two"));

        Assert.Equal([free], (await ClaimAllAsync("/a", "/b")).Select(work => work.Id));
        Assert.Equal(other, Assert.Single((await ClaimAsync(new([new("tests.two", "/a", 9)], 9))).Work).Id);
    }

    [Fact]
    public async Task A_pause_takes_no_room_from_others_in_a_claim()
    {
        await AcceptManyAsync(10, "/a");
        var ids = await AcceptManyAsync(2, "/b");
        await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);

        Assert.Equal(ids, (await ClaimedAsync(2, onlySuspect: false, "/a", "/b")).Work.Select(work => work.Id));
    }

    [Fact]
    public async Task What_runs_already_ends_as_ever_and_what_follows_is_held()
    {
        var work = (await OfferAsync(Item(key: "key"), claim: true)).Work!;
        var next = await AcceptAsync(key: "key");
        await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);

        Assert.True(await EndAsync(work, InboxResult.Done()));

        Assert.Equal([InboxState.Done, InboxState.Ready], await StatesAsync(work.Id, next));
        Assert.Empty(await ClaimAllAsync());
    }

    [Fact]
    public async Task That_a_plugin_is_disabled_outlasts_the_process_until_it_is_enabled()
    {
        Assert.Empty(await Store.GetDisabledAsync(Ended));
        await Store.SetDisabledAsync("tests.one", true, Ended);
        await Store.SetDisabledAsync("tests.one", true, Ended);
        await Store.SetDisabledAsync("tests.two", true, Ended);
        await RestartAsync();

        Assert.Equal(["tests.one", "tests.two"], (await Store.GetDisabledAsync(Ended)).Order());

        await Store.SetDisabledAsync("tests.one", false, Ended);
        await Store.SetDisabledAsync("tests.three", false, Ended);
        await RestartAsync();
        Assert.Equal(["tests.two"], await Store.GetDisabledAsync(Ended));
    }

    [Fact]
    public async Task A_plugin_that_is_disabled_is_no_pause_and_holds_nothing_by_itself()
    {
        await Store.SetDisabledAsync("tests.one", true, Ended);
        await Store.SetPausedAsync(new("tests.two", null), true, Ended);

        Assert.NotNull((await OfferAsync(Item(), claim: true)).Work);
        Assert.Equal([new("tests.two", null)], await Store.GetPausesAsync(Ended));
        Assert.Equal(["tests.one"], await Store.GetDisabledAsync(Ended));
    }
}
