namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Claims: which deliveries, how many, and by whom.</content>
public abstract partial class InboxStoreContract
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(-1, 5)]
    [InlineData(5, 0)]
    [InlineData(5, -1)]
    [InlineData(-1, -1)]
    public async Task Who_has_no_room_claims_nothing(int ofEndpoint, int ofAll)
    {
        var id = await AcceptAsync();

        Assert.Empty((await ClaimAsync(new([new("tests.one", "/a", ofEndpoint)], ofAll))).Work);
        Assert.Equal(id, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task A_claim_says_what_runs_and_counts_the_attempt_at_once()
    {
        var id = await AcceptAsync();

        var work = await ClaimOneAsync();

        Assert.Equal((id, "tests.one", "/a"), (work.Id, work.Plugin, work.Endpoint));
        Assert.Equal((1, 0, false), (work.Attempt, work.Crashes, work.IsSuspect));
        Assert.Equal((InboxState.Leased, 1), await StateAndAttemptsAsync(id));
    }

    [Fact]
    public async Task Nothing_is_claimed_twice()
    {
        await AcceptManyAsync(200);

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => ClaimedAsync(10, onlySuspect: false, "/a"))));

        var ids = claims.SelectMany(claimed => claimed.Work).Select(work => work.Id).ToArray();
        Assert.Equal(200, ids.Length);
        Assert.Equal(200, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_oldest_of_an_endpoint_come_first()
    {
        var ids = await AcceptManyAsync(7);

        Assert.Equal(ids[..3], (await ClaimedAsync(3, onlySuspect: false, "/a")).Work.Select(work => work.Id));
        Assert.Equal(ids[3..], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task One_that_is_tried_again_is_older_than_those_that_came_after_it()
    {
        var first = (await OfferAsync(Item(), claim: true)).Work!;
        var second = await AcceptAsync();
        await EndAsync(first, Retry(TimeSpan.FromSeconds(1)));
        Pass(TimeSpan.FromSeconds(1));

        Assert.Equal([first.Id, second], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task No_more_is_claimed_of_an_endpoint_than_its_share()
    {
        await AcceptManyAsync(5, "/a");
        await AcceptManyAsync(5, "/b");

        var claimed = await ClaimAsync(new([new("tests.one", "/a", 2), new("tests.one", "/b", 4)], 100));

        Assert.Equal((2, 4), (claimed.Work.Count(work => work.Endpoint == "/a"), claimed.Work.Count(work => work.Endpoint == "/b")));
    }

    [Fact]
    public async Task No_more_is_claimed_than_the_most_of_all_dealt_in_turn()
    {
        var (a, b, c) = (await AcceptManyAsync(9, "/a"), await AcceptManyAsync(1, "/b"), await AcceptManyAsync(9, "/c"));

        var claimed = await ClaimAsync(new([new("tests.one", "/a", 9), new("tests.one", "/b", 9), new("tests.one", "/c", 9)], 6));

        Assert.Equal([a[0], a[1], a[2], b[0], c[0], c[1]], claimed.Work.Select(work => work.Id).Order());
    }

    [Fact]
    public async Task An_endpoint_with_much_does_not_keep_another_one_waiting()
    {
        await AcceptManyAsync(300, "/a");
        var late = await AcceptAsync("/b");

        Assert.Contains(late, (await ClaimedAsync(2, onlySuspect: false, "/a", "/b")).Work.Select(work => work.Id));
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_claimed()
    {
        var id = await AcceptAsync("/a");
        await AcceptAsync("/b");
        await AcceptAsync(Item("/a", plugin: "tests.two"));

        Assert.Equal([id], (await ClaimAllAsync("/a", "/never")).Select(work => work.Id));
        Assert.Empty((await ClaimAsync(new([], 10))).Work);
    }

    [Fact]
    public async Task What_nobody_asks_for_waits_without_an_attempt()
    {
        var id = await AcceptAsync("/b");
        await ClaimAllAsync("/a");
        await RestartAsync();

        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(id));
    }

    [Fact]
    public async Task A_later_claim_has_a_larger_token_also_after_a_restart()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        var tokens = new List<long> { work.Token };
        for (var round = 0; round < 6; round++)
        {
            if (round % 2 == 0)
            {
                await RestartAsync();
            }
            else
            {
                Assert.True(await EndAsync(work, InboxResult.Released()));
            }

            work = await ClaimOneAsync();
            tokens.Add(work.Token);
        }

        Assert.Equal(tokens.Distinct().Order(), tokens);
    }

    [Fact]
    public async Task A_claim_is_told_when_the_next_delayed_delivery_of_any_endpoint_is_due()
    {
        Assert.Null((await ClaimedAsync(1, onlySuspect: false, "/a")).NextDueAt);
        var (early, late) = (Now + TimeSpan.FromMinutes(1), Now + TimeSpan.FromMinutes(5));
        await EndAsync((await OfferAsync(Item("/a"), claim: true)).Work!, Retry(TimeSpan.FromMinutes(5)));
        await EndAsync((await OfferAsync(Item("/b"), claim: true)).Work!, Retry(TimeSpan.FromMinutes(1)));

        Assert.Equal(early, (await ClaimedAsync(1, onlySuspect: false, "/a")).NextDueAt);
        Assert.Equal(early, (await ClaimedAsync(1, onlySuspect: true, "/a")).NextDueAt);

        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(late, (await ClaimedAsync(1, onlySuspect: false, "/a")).NextDueAt);

        Pass(TimeSpan.FromMinutes(4));
        Assert.Null((await ClaimedAsync(1, onlySuspect: false, "/a")).NextDueAt);
    }

    [Fact]
    public async Task More_that_is_due_than_one_claim_takes_is_claimed_by_the_next()
    {
        await AcceptManyAsync(50);
        await EndAsync(await ClaimAllAsync(), Retry(TimeSpan.FromMinutes(1)));
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(30, (await ClaimedAsync(30, onlySuspect: false, "/a")).Work.Count);
        Assert.Equal(20, (await ClaimedAsync(30, onlySuspect: false, "/a")).Work.Count);
    }
}
