namespace Hooklatch.Inbox.Tests.Contract;

/// <content>The death of the process.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task What_was_claimed_and_had_not_begun_is_ready_again_without_an_attempt()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await RestartAsync();

        Assert.Equal((InboxState.Ready, 0), await StateAndAttemptsAsync(work.Id));
        Assert.Empty((await FindAsync(work.Id))!.Attempts);
        var again = await ClaimOneAsync();
        Assert.Equal((1, 0, false), (again.Attempt, again.Crashes, again.IsSuspect));
    }

    [Fact]
    public async Task What_had_begun_is_a_suspect_and_has_spent_its_attempt()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await DieAsync(work, isAlone: true);

        var record = (await FindAsync(work.Id))!;
        Assert.Equal((InboxState.Suspect, 1, 1), (record.Summary.State, record.Summary.Attempts, record.Summary.Crashes));
        Assert.Null(record.Summary.ErrorType);
        var attempt = Assert.Single(record.Attempts);
        Assert.Equal((1, InboxState.Suspect, TimeSpan.Zero), (attempt.Number, attempt.State, attempt.Elapsed));
        Assert.Empty(await ClaimAllAsync());
        var again = await ClaimSuspectAsync();
        Assert.Equal((work.Id, 2, 1, true), (again!.Id, again.Attempt, again.Crashes, again.IsSuspect));
    }

    [Fact]
    public async Task One_suspect_is_claimed_at_a_time_over_all_endpoints_the_oldest_first()
    {
        var (b, a) = ((await OfferAsync(Item("/b"), claim: true)).Work!, (await OfferAsync(Item("/a"), claim: true)).Work!);
        await StartAsync(a, isAlone: false);
        await DieAsync(b, isAlone: false);

        var claimed = await ClaimedAsync(10, onlySuspect: true, "/a", "/b");

        var first = Assert.Single(claimed.Work);
        Assert.Equal((b.Id, true), (first.Id, claimed.HasSuspects));
        Assert.Null(await ClaimSuspectAsync("/a", "/b"));
        await EndAsync(first, InboxResult.Done());
        Assert.Equal(a.Id, (await ClaimSuspectAsync("/a", "/b"))!.Id);
    }

    [Fact]
    public async Task Suspects_are_announced_where_they_are_asked_for_and_not_paused()
    {
        await AcceptInStateAsync(InboxState.Suspect, Item("/a"));

        Assert.True((await ClaimedAsync(1, onlySuspect: false, "/a", "/b")).HasSuspects);
        Assert.False((await ClaimedAsync(1, onlySuspect: false, "/b")).HasSuspects);
        Assert.Null(await ClaimSuspectAsync("/b"));

        await Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);
        Assert.False((await ClaimedAsync(1, onlySuspect: false, "/a", "/b")).HasSuspects);
        Assert.Null(await ClaimSuspectAsync("/a"));

        await Store.SetPausedAsync(new("tests.one", "/a"), false, Ended);
        Assert.NotNull(await ClaimSuspectAsync("/a"));
        Assert.False((await ClaimedAsync(1, onlySuspect: false, "/a")).HasSuspects);
    }

    [Fact]
    public async Task The_third_death_alone_is_quarantine()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await DieAsync(work, isAlone: true);
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal(InboxState.Suspect, await StateAsync(work.Id));

        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);

        var record = (await FindAsync(work.Id))!;
        Assert.Equal((InboxState.Quarantined, 3, 3), (record.Summary.State, record.Summary.Attempts, record.Summary.Crashes));
        Assert.Equal(
            [(1, InboxState.Suspect), (2, InboxState.Suspect), (3, InboxState.Quarantined)],
            record.Attempts.Select(attempt => (attempt.Number, attempt.State))
        );
        await RestartAsync();
        Assert.Equal(InboxState.Quarantined, await StateAsync(work.Id));
        Assert.Empty(await ClaimAllAsync());
        Assert.Null(await ClaimSuspectAsync());
    }

    [Fact]
    public async Task Deaths_in_company_do_not_count_towards_quarantine()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await DieAsync(work, isAlone: true);
        for (var death = 0; death < 5; death++)
        {
            var suspect = (await ClaimSuspectAsync())!;
            await StartAsync(suspect, isAlone: true);
            await DieAsync(suspect, isAlone: false);
        }

        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);

        Assert.Equal((InboxState.Suspect, 7), ((await SummaryAsync(work.Id)).State, (await SummaryAsync(work.Id)).Crashes));
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal(InboxState.Quarantined, await StateAsync(work.Id));
    }

    [Fact]
    public async Task A_suspect_that_had_not_begun_again_is_one_still_and_no_death_counts()
    {
        var id = await AcceptInStateAsync(InboxState.Suspect, Item());
        for (var death = 0; death < 4; death++)
        {
            Assert.NotNull(await ClaimSuspectAsync());
            await RestartAsync();
        }

        var summary = await SummaryAsync(id);
        Assert.Equal((InboxState.Suspect, 1, 1), (summary.State, summary.Attempts, summary.Crashes));
        Assert.Single((await FindAsync(id))!.Attempts);
    }

    [Fact]
    public async Task A_suspect_that_is_given_back_is_one_still()
    {
        var id = await AcceptInStateAsync(InboxState.Suspect, Item());

        Assert.True(await EndAsync((await ClaimSuspectAsync())!, InboxResult.Released()));

        Assert.Equal((InboxState.Suspect, 1), await StateAndAttemptsAsync(id));
        Assert.Equal(id, (await ClaimSuspectAsync())!.Id);
    }

    [Fact]
    public async Task An_end_without_a_death_clears_the_suspicion()
    {
        var id = await AcceptInStateAsync(InboxState.Suspect, Item());
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);

        await EndAsync((await ClaimSuspectAsync())!, Retry(TimeSpan.FromSeconds(1)));
        Pass(TimeSpan.FromSeconds(1));

        var work = await ClaimOneAsync();
        Assert.Equal((id, 4, 2, false), (work.Id, work.Attempt, work.Crashes, work.IsSuspect));
        await DieAsync(work, isAlone: true);
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal(InboxState.Suspect, await StateAsync(id));
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal(InboxState.Quarantined, await StateAsync(id));
    }

    [Fact]
    public async Task A_death_leaves_what_was_not_claimed_as_it_was()
    {
        long[] ids =
        [
            await AcceptInStateAsync(InboxState.Delayed, Item()),
            await AcceptInStateAsync(InboxState.Done, Item()),
            await AcceptInStateAsync(InboxState.Dead, Item()),
            await AcceptInStateAsync(InboxState.Dismissed, Item()),
            await AcceptAsync(),
        ];
        var before = await SearchAsync(new());
        await RestartAsync();

        Assert.Equal(before, await SearchAsync(new()));
        Assert.Equal(ids[^1], (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task Of_many_that_ran_at_the_death_each_is_a_suspect_and_none_is_lost()
    {
        await AcceptManyAsync(30);
        var works = await ClaimAllAsync();
        foreach (var work in works.Take(20))
        {
            await StartAsync(work, isAlone: false);
        }

        await RestartAsync();

        var depth = await DepthAsync();
        Assert.Equal((30, 0), (depth.Ready, depth.Leased));
        Assert.Equal(works.Skip(20).Select(work => work.Id), (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Equal(20, (await SearchAsync(new() { State = InboxState.Suspect })).Count);
    }
}
