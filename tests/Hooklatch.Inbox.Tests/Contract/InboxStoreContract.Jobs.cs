using System.Text;

namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What jobs need: delays, priorities, reports, identities that end with the work, and work that is cancelled.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task A_delayed_one_is_not_claimed_before_its_time()
    {
        var acceptance = await OfferAsync(Item() with { Delay = TimeSpan.FromMinutes(5) }, claim: true);

        Assert.Null(acceptance.Work);
        var summary = await SummaryAsync(acceptance.Id);
        Assert.Equal((InboxState.Delayed, Now + TimeSpan.FromMinutes(5)), (summary.State, summary.DueAt));
        Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(10));
        Assert.Empty(await ClaimAllAsync());
        Pass(TimeSpan.FromTicks(10));
        Assert.Equal((acceptance.Id, 1), ((await ClaimOneAsync()).Id, (await SummaryAsync(acceptance.Id)).Attempts));
    }

    [Fact]
    public async Task A_delay_outlasts_the_process()
    {
        var id = await AcceptAsync(Item() with { Delay = TimeSpan.FromMinutes(5) });
        await RestartAsync();

        Assert.Empty(await ClaimAllAsync());
        Pass(TimeSpan.FromMinutes(5));
        Assert.Equal([id], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task A_delayed_one_keeps_its_place_among_those_of_its_key()
    {
        var delayed = await AcceptAsync(Item(key: "key") with { Delay = TimeSpan.FromMinutes(5) });
        var next = await AcceptAsync(Item(key: "key"));

        Assert.Empty(await ClaimAllAsync());
        Pass(TimeSpan.FromMinutes(5));
        var work = await ClaimOneAsync();
        Assert.Equal(delayed, work.Id);
        await EndAsync(work, InboxResult.Done());
        Assert.Equal(next, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task One_whose_turn_comes_before_its_time_waits_for_that()
    {
        var first = await AcceptAsync(Item(key: "key"));
        var delayed = await AcceptAsync(Item(key: "key") with { Delay = TimeSpan.FromMinutes(5) });
        await EndAsync(await ClaimOneAsync(), InboxResult.Done());

        Assert.Equal([InboxState.Done, InboxState.Delayed], await StatesAsync(first, delayed));
        Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(delayed, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task A_requeued_one_waits_no_longer()
    {
        var id = await AcceptAsync(Item() with { Delay = TimeSpan.FromMinutes(5) });

        Assert.True(await Store.RequeueAsync(id, Ended));
        var work = await ClaimOneAsync();
        await EndAsync(work, Dead());
        Assert.True(await Store.RequeueAsync(id, Ended));
        Assert.Equal(InboxState.Ready, await StateAsync(id));
    }

    [Fact]
    public async Task A_replay_waits_for_no_delay()
    {
        var id = await AcceptAsync(Item() with { Delay = TimeSpan.FromMinutes(5) });

        var copy = await Store.ReplayAsync(id, Ended);

        Assert.Equal([copy!.Value], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task A_higher_priority_goes_before_what_is_a_little_older()
    {
        var old = await AcceptAsync(Item());
        Pass(TimeSpan.FromSeconds(30));
        var low = await AcceptAsync(Item() with { Priority = JobPriority.Low });
        var normal = await AcceptAsync(Item());
        Pass(InboxItem.PriorityStep - TimeSpan.FromSeconds(1));
        var high = await AcceptAsync(Item() with { Priority = JobPriority.High });

        Assert.Equal([old, high, normal, low], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task A_low_priority_goes_before_what_is_much_younger()
    {
        var low = await AcceptAsync(Item() with { Priority = JobPriority.Low });
        Pass((2 * InboxItem.PriorityStep) + TimeSpan.FromSeconds(1));
        var high = await AcceptAsync(Item() with { Priority = JobPriority.High });

        Assert.Equal([low, high], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task A_priority_outlasts_tries_and_restarts()
    {
        var first = await AcceptAsync(Item());
        Pass(TimeSpan.FromSeconds(1));
        var high = await AcceptAsync(Item() with { Priority = JobPriority.High });
        await EndAsync(await ClaimOneAsync(), Retry(TimeSpan.FromSeconds(1)));
        await RestartAsync();
        Pass(TimeSpan.FromSeconds(1));

        Assert.Equal([high, first], (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Equal(JobPriority.High, (await FindAsync(high))!.Item.Priority);
    }

    [Fact]
    public async Task What_was_reported_last_is_kept()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        Assert.Null((await FindAsync(work.Id))!.Report);

        Assert.True(await Store.ReportAsync(work, "one"u8.ToArray(), Ended));
        Assert.True(await Store.ReportAsync(work, "two"u8.ToArray(), Ended));
        await RestartAsync();

        Assert.Equal("two", await ReportOfAsync(work.Id));
    }

    [Fact]
    public async Task What_is_given_back_takes_the_place_of_a_report()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await Store.ReportAsync(work, "half"u8.ToArray(), Ended);

        await EndAsync(work, InboxResult.Done("all"u8.ToArray()));

        Assert.Equal("all", await ReportOfAsync(work.Id));
        var other = (await OfferAsync(Item(), claim: true)).Work!;
        await Store.ReportAsync(other, "half"u8.ToArray(), Ended);
        await EndAsync(other, InboxResult.Done());
        Assert.Equal("half", await ReportOfAsync(other.Id));
    }

    [Fact]
    public async Task A_stale_claim_reports_nothing()
    {
        var stale = (await OfferAsync(Item(), claim: true)).Work!;
        await RestartAsync();
        var work = await ClaimOneAsync();

        Assert.False(await Store.ReportAsync(stale, "stale"u8.ToArray(), Ended));
        Assert.True(await Store.ReportAsync(work, "new"u8.ToArray(), Ended));
        Assert.Equal("new", await ReportOfAsync(work.Id));
    }

    [Fact]
    public async Task A_report_has_a_limit()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;

        Assert.True(await Store.ReportAsync(work, new byte[InboxResult.MaxReportLength - Overhead], Ended));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Store.ReportAsync(work, new byte[InboxResult.MaxReportLength - Overhead + 1], Ended)
        );
    }

    [Theory]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dismissed)]
    public async Task An_identity_that_ends_with_the_work_lets_the_next_be_new(InboxState state)
    {
        var item = Item(identity: 1) with { ForgetsIdentity = true };
        var first = (await OfferAsync(item, claim: true)).Work!;
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, first.Id), await OfferAsync(item));

        _ = state is InboxState.Done ? await EndAsync(first, InboxResult.Done()) : await Store.DismissAsync(first.Id, Ended);

        var second = await OfferAsync(item);
        Assert.Equal(InboxAcceptanceKind.Accepted, second.Kind);
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, second.Id), await OfferAsync(item));
        Assert.True((await FindAsync(second.Id))!.Item.ForgetsIdentity);
    }

    [Fact]
    public async Task An_identity_that_ends_with_the_work_is_kept_while_that_may_be_tried_again()
    {
        var item = Item(identity: 1) with { ForgetsIdentity = true };
        var first = (await OfferAsync(item, claim: true)).Work!;
        await EndAsync(first, Retry(TimeSpan.FromMinutes(1)));

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, first.Id), await OfferAsync(item));
    }

    [Fact]
    public async Task The_claim_of_one_that_is_dismissed_is_stale_and_its_host_is_told()
    {
        var work = (await OfferAsync(Item(key: "key"), claim: true)).Work!;
        var next = await AcceptAsync(Item(key: "key"));
        await StartAsync(work, isAlone: true);

        Assert.True(await Store.DismissAsync(work.Id, Ended));

        Assert.Equal([(work.Id, work.Token)], _fixture.Revoked);
        Assert.False(await EndAsync(work, InboxResult.Done()));
        Assert.False(await Store.ReportAsync(work, "late"u8.ToArray(), Ended));
        Assert.Equal([InboxState.Dismissed, InboxState.Ready], await StatesAsync(work.Id, next));
        await RestartAsync();
        Assert.Equal((InboxState.Dismissed, 0), ((await SummaryAsync(work.Id)).State, (await SummaryAsync(work.Id)).Crashes));
    }

    [Fact]
    public async Task A_handler_does_not_begin_whose_claim_was_dismissed()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await Store.DismissAsync(work.Id, Ended);

        Assert.False(await Store.MarkStartedAsync(work, isAlone: true, Ended));
    }

    [Fact]
    public async Task The_host_is_told_of_what_is_erased_while_it_runs()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await AcceptAsync();

        Assert.Equal(2, await Store.EraseAsync(new() { Plugin = "tests.one" }, Ended));

        Assert.Equal([(work.Id, work.Token)], _fixture.Revoked);
    }

    [Fact]
    public async Task A_copy_that_is_to_run_once_does_not_requeue_a_dead_one()
    {
        var item = Item(identity: 1) with { RequeuesDead = false };
        var work = (await OfferAsync(item, claim: true)).Work!;
        await EndAsync(work, Dead());

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, work.Id), await OfferAsync(item));
        Assert.Equal(InboxState.Dead, await StateAsync(work.Id));
        Assert.Equal(new(InboxAcceptanceKind.Requeued, work.Id), await OfferAsync(item with { RequeuesDead = true }));
    }

    [Fact]
    public async Task The_age_of_a_delayed_one_is_counted_from_the_end_of_its_delay()
    {
        var delayed = await AcceptAsync(Item() with { Delay = TimeSpan.FromHours(1) });
        Pass(TimeSpan.FromMinutes(59));
        var younger = await AcceptAsync(Item());
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal([younger, delayed], (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Equal(TimeSpan.FromHours(1), (await FindAsync(delayed))!.Item.Delay);
        Assert.Equal(Now - TimeSpan.FromMinutes(1), (await DepthAsync()).OldestAt);
    }

    [Fact]
    public async Task A_dismissed_one_that_runs_again_is_one_of_its_kind_again()
    {
        var item = Item(identity: 1) with { ForgetsIdentity = true };
        var id = await AcceptAsync(item);
        await Store.DismissAsync(id, Ended);
        Assert.True(await Store.RequeueAsync(id, Ended));

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(item));
    }

    [Fact]
    public async Task Nobody_is_told_of_one_that_did_not_run()
    {
        Assert.True(await Store.DismissAsync(await AcceptAsync(), Ended));

        Assert.Empty(_fixture.Revoked);
    }

    private async Task<string?> ReportOfAsync(long id) =>
        (await FindAsync(id))!.Report is { } report ? Encoding.UTF8.GetString(report.Span) : null;
}
