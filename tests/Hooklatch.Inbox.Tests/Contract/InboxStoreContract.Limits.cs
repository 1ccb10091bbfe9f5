namespace Hooklatch.Inbox.Tests.Contract;

/// <content>How much is accepted.</content>
public abstract partial class InboxStoreContract
{
    private static readonly InboxAcceptance Full = new(InboxAcceptanceKind.Full, 0);

    [Fact]
    public async Task One_endpoint_gets_a_quarter_of_the_deliveries()
    {
        await OpenAsync(new(8, 1L << 40, 0));
        await AcceptManyAsync(2, "/a");

        Assert.Equal(Full, await OfferAsync(Item("/a"), claim: true));
        Assert.NotEqual(0, await AcceptAsync("/b"));
        Assert.NotEqual(0, await AcceptAsync(Item("/a", plugin: "tests.two")));
        Assert.Equal(2, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task All_endpoints_together_get_no_more_than_all()
    {
        await OpenAsync(new(9, 1L << 40, 0));
        foreach (var endpoint in (string[])["/a", "/b", "/c", "/d"])
        {
            await AcceptManyAsync(2, endpoint);
        }

        await AcceptAsync("/e");
        Assert.Equal(Full, await OfferAsync(Item("/e")));
        Assert.Equal(Full, await OfferAsync(Item("/f")));
    }

    [Fact]
    public async Task One_endpoint_gets_a_quarter_of_the_bytes()
    {
        var item = Item("/a") with { Body = new byte[30], Details = new byte[15], Payload = new byte[5] };
        var quarter = (int)SizeOf(item) * 2;
        var beside = (int)SizeOf(Item(body: ""));
        await OpenAsync(new(1000, 4 * quarter, 0));
        await AcceptAsync(item);
        await AcceptAsync(item);

        Assert.Equal(Full, await OfferAsync(Item("/a") with { Body = new byte[1] }));
        Assert.Equal(Full, await OfferAsync(Item("/b") with { Body = new byte[quarter - beside + 1] }));
        Assert.NotEqual(0, await AcceptAsync(Item("/b") with { Body = new byte[quarter - beside] }));
    }

    [Fact]
    public async Task All_endpoints_together_get_no_more_than_all_bytes()
    {
        await OpenAsync(new(1000, (4 * SizeOf(Item() with { Body = new byte[100] })) + SizeOf(Item() with { Body = new byte[3] }), 0));
        foreach (var endpoint in (string[])["/a", "/b", "/c", "/d"])
        {
            await AcceptAsync(Item(endpoint) with { Body = new byte[100] });
        }

        Assert.Equal(Full, await OfferAsync(Item("/e") with { Body = new byte[4] }));
        Assert.NotEqual(0, await AcceptAsync(Item("/e") with { Body = new byte[3] }));
    }

    [Fact]
    public async Task There_is_room_again_when_work_is_done_dismissed_or_erased()
    {
        await OpenAsync(new(4, 1L << 40, 0));

        var work = (await OfferAsync(Item(), claim: true)).Work!;
        Assert.Equal(Full, await OfferAsync(Item()));
        await EndAsync(work, InboxResult.Done());

        var id = await AcceptAsync();
        Assert.Equal(Full, await OfferAsync(Item()));
        await Store.DismissAsync(id, Ended);

        id = await AcceptAsync();
        Assert.Equal(Full, await OfferAsync(Item()));
        await Store.EraseAsync(new() { Id = id }, Ended);

        await AcceptAsync();
    }

    [Theory]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Suspect)]
    [InlineData(InboxState.Dead)]
    [InlineData(InboxState.Quarantined)]
    public async Task What_waits_for_a_time_or_a_person_takes_its_room_also_after_a_restart(InboxState state)
    {
        await OpenAsync(new(4, 1L << 40, 0));
        await AcceptInStateAsync(state, Item());

        Assert.Equal(Full, await OfferAsync(Item()));
        await RestartAsync();
        Assert.Equal(Full, await OfferAsync(Item()));
    }

    [Fact]
    public async Task A_copy_is_recognised_where_there_is_no_room()
    {
        await OpenAsync(new(4, 1L << 40, 0));
        var id = await AcceptAsync(Item(identity: 1));
        Assert.Equal(Full, await OfferAsync(Item(identity: 2)));

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1)));
        await EndAsync(await ClaimOneAsync(), Dead());
        Assert.Equal(new(InboxAcceptanceKind.Requeued, id), await OfferAsync(Item(identity: 1)));
    }

    [Fact]
    public async Task What_was_not_accepted_is_unknown()
    {
        await OpenAsync(new(4, 1L << 40, 0));
        var id = await AcceptAsync();
        await OfferAsync(Item(identity: 1));
        await Store.EraseAsync(new() { Id = id }, Ended);

        Assert.Empty(await SearchAsync(new()));
        Assert.NotEqual(0, await AcceptAsync(Item(identity: 1)));
    }

    [Fact]
    public async Task What_a_person_asks_for_is_not_held_back()
    {
        await OpenAsync(new(4, 1L << 40, 0));
        var dismissed = await AcceptInStateAsync(InboxState.Dismissed, Item());
        await AcceptAsync();

        Assert.NotNull(await Store.ReplayAsync(dismissed, Ended));
        Assert.True(await Store.RequeueAsync(dismissed, Ended));
        Assert.Equal(3, (await DepthAsync()).Ready);
        Assert.Equal(Full, await OfferAsync(Item()));
    }

    [Fact]
    public async Task Many_at_once_do_not_pass_the_limit()
    {
        await OpenAsync(new(400, 1L << 40, 0));
        var items = Enumerable.Range(0, 300).Select(_ => Item()).ToArray();

        var acceptances = await Task.WhenAll(items.Select(item => Task.Run(() => OfferAsync(item))));

        Assert.Equal(100, acceptances.Count(acceptance => acceptance.Kind is InboxAcceptanceKind.Accepted));
        Assert.Equal(200, acceptances.Count(acceptance => acceptance == Full));
    }
}
