using System.Text;

namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Replay, requeue, dismissal, records.</content>
public abstract partial class InboxStoreContract
{
    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Leased)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Suspect)]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    [InlineData(InboxState.Quarantined)]
    [InlineData(InboxState.Dismissed)]
    public async Task A_replay_is_a_copy_that_runs_as_if_it_had_come_in_now(InboxState state)
    {
        var item = Item(identity: 1, body: "body") with
        {
            Event = "push",
            DeliveryId = "d1",
            Details = new byte[] { 1 },
            Payload = new byte[] { 2 },
        };
        var id = await AcceptInStateAsync(state, item);
        var before = await SummaryAsync(id);
        Pass(TimeSpan.FromHours(2));

        var copy = await Store.ReplayAsync(id, Ended);

        Assert.True(copy > id);
        Assert.Equal(before, await SummaryAsync(id));
        var record = (await FindAsync(copy!.Value))!;
        Assert.Equal((InboxState.Ready, 0, id), (record.Summary.State, record.Summary.Attempts, record.Summary.ReplayOf));
        Assert.Equal((Now, id), (record.Item.ReceivedAt, record.Item.ReplayOf));
        Assert.Equal(("push", "d1", "body"), (record.Item.Event, record.Item.DeliveryId, Encoding.UTF8.GetString(record.Item.Body.Span)));
        Assert.Equal([1], record.Item.Details.ToArray());
        Assert.Equal([2], record.Item.Payload!.Value.ToArray());
        Assert.Empty(record.Attempts);
        Assert.Contains(copy.Value, (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task A_replay_has_no_identity_and_the_delivery_keeps_its_own()
    {
        var id = await AcceptInStateAsync(InboxState.Done, Item(identity: 1));
        var first = await Store.ReplayAsync(id, Ended);
        var second = await Store.ReplayAsync(id, Ended);
        await EndAsync(await ClaimAllAsync(), Dead());

        Assert.NotEqual(first, second);
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1)));
    }

    [Fact]
    public async Task A_replay_takes_its_place_at_the_end_of_its_key()
    {
        var first = (await OfferAsync(Item(key: "key"), claim: true)).Work!;

        var copy = (await Store.ReplayAsync(first.Id, Ended))!.Value;

        Assert.Equal(InboxState.Waiting, await StateAsync(copy));
        await EndAsync(first, InboxResult.Done());
        Assert.Equal(copy, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task What_is_not_there_is_neither_found_nor_read_replayed_requeued_nor_dismissed()
    {
        var id = await AcceptAsync();
        await Store.EraseAsync(new() { Id = id }, Ended);

        foreach (var missing in new[] { id, id + 1000, 0, -1 })
        {
            Assert.Null(await FindAsync(missing));
            Assert.Null(await Store.ReadAsync(missing, Ended));
            Assert.Null(await Store.ReplayAsync(missing, Ended));
            Assert.False(await Store.RequeueAsync(missing, Ended));
            Assert.False(await Store.DismissAsync(missing, Ended));
        }
    }

    [Theory]
    [InlineData(InboxState.Ready, false)]
    [InlineData(InboxState.Leased, false)]
    [InlineData(InboxState.Delayed, true)]
    [InlineData(InboxState.Waiting, false)]
    [InlineData(InboxState.Suspect, false)]
    [InlineData(InboxState.Done, false)]
    [InlineData(InboxState.Dead, true)]
    [InlineData(InboxState.Quarantined, true)]
    [InlineData(InboxState.Dismissed, true)]
    public async Task What_failed_or_was_put_aside_can_be_made_ready_again(InboxState state, bool can)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key"));
        var before = await SummaryAsync(id);

        Assert.Equal(can, await Store.RequeueAsync(id, Ended));

        if (!can)
        {
            Assert.Equal(before, await SummaryAsync(id));
            return;
        }

        await RestartAsync();
        Assert.Null((await SummaryAsync(id)).DueAt);
        var work = await ClaimOneAsync();
        Assert.Equal((id, 1, 0, false), (work.Id, work.Attempt, work.Crashes, work.IsSuspect));
    }

    [Fact]
    public async Task One_that_was_quarantined_has_three_deaths_before_it_again()
    {
        var id = await AcceptInStateAsync(InboxState.Quarantined, Item());
        await Store.RequeueAsync(id, Ended);
        await DieAsync(await ClaimOneAsync(), isAlone: true);
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);

        Assert.Equal(InboxState.Suspect, await StateAsync(id));
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal(InboxState.Quarantined, await StateAsync(id));
        Assert.Equal([1, 2, 3, 1, 2, 3], (await FindAsync(id))!.Attempts.Select(attempt => attempt.Number));
    }

    [Theory]
    [InlineData(InboxState.Ready, true)]
    [InlineData(InboxState.Leased, true)]
    [InlineData(InboxState.Delayed, true)]
    [InlineData(InboxState.Waiting, true)]
    [InlineData(InboxState.Suspect, true)]
    [InlineData(InboxState.Done, false)]
    [InlineData(InboxState.Dead, true)]
    [InlineData(InboxState.Quarantined, true)]
    [InlineData(InboxState.Dismissed, false)]
    public async Task What_is_not_done_can_be_put_aside(InboxState state, bool can)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key", identity: 1));
        var before = await SummaryAsync(id);

        Assert.Equal(can, await Store.DismissAsync(id, Ended));

        if (!can)
        {
            Assert.Equal(before, await SummaryAsync(id));
            return;
        }

        await RestartAsync();
        Pass(TimeSpan.FromDays(1));
        Assert.Equal(InboxState.Dismissed, await StateAsync(id));
        Assert.DoesNotContain(id, (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Null(await ClaimSuspectAsync());
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1)));
    }

    [Theory]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    public async Task What_was_recorded_is_found_and_is_no_work(InboxState state)
    {
        var item = Item(identity: 1, body: "body") with { DeliveryId = "d1" };
        await Store.RecordAsync(item, Result(state) with { StartedAt = Now, Elapsed = TimeSpan.FromSeconds(1), Handler = "A.B" }, Ended);
        await RestartAsync();

        var summary = Assert.Single(await SearchAsync(new() { DeliveryId = "d1", State = state }));
        var record = (await FindAsync(summary.Id))!;
        Assert.Equal((state, 1, 0), (summary.State, summary.Attempts, summary.Crashes));
        Assert.Equal(state is InboxState.Dead ? "System.IO.IOException" : null, summary.ErrorType);
        Assert.Equal("body", Encoding.UTF8.GetString(record.Item.Body.Span));
        var attempt = Assert.Single(record.Attempts);
        Assert.Equal((1, state, TimeSpan.FromSeconds(1), "A.B"), (attempt.Number, attempt.State, attempt.Elapsed, attempt.Handler));

        Assert.Empty(await ClaimAllAsync());
        var depth = await DepthAsync();
        Assert.Equal((0, 0, 0), (depth.Ready, depth.Dead, depth.Bytes));
        Assert.False(await Store.RequeueAsync(summary.Id, Ended));
        Assert.False(await Store.DismissAsync(summary.Id, Ended));
        var copy = await OfferAsync(Item(identity: 1));
        Assert.Equal(InboxAcceptanceKind.Accepted, copy.Kind);
        var replay = await Store.ReplayAsync(summary.Id, Ended);
        Assert.Equal([copy.Id, replay!.Value], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Fact]
    public async Task What_is_recorded_has_ended()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.RecordAsync(Item(), InboxResult.Released(), Ended));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.RecordAsync(Item(), Retry(TimeSpan.Zero), Ended));
        Assert.Empty(await SearchAsync(new()));
    }

    [Fact]
    public async Task What_was_recorded_stands_in_no_ones_way()
    {
        await Store.RecordAsync(Item(key: "key"), Dead(), Ended);

        Assert.NotNull((await OfferAsync(Item(key: "key"), claim: true)).Work);
    }
}
