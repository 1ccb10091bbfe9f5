namespace Hooklatch.Inbox.Tests.Contract;

/// <content>What is dropped by itself.</content>
public abstract partial class InboxStoreContract
{
    private static readonly InboxState[] Kept =
    [
        InboxState.Delayed,
        InboxState.Suspect,
        InboxState.Dead,
        InboxState.Quarantined,
        InboxState.Waiting,
        InboxState.Ready,
    ];

    [Theory]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dismissed)]
    public async Task What_is_finished_is_kept_for_its_age_from_the_end_and_then_dropped(InboxState state)
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        Pass(TimeSpan.FromDays(5));
        await EndAsync(work, state is InboxState.Done ? InboxResult.Done() : Dead());
        Pass(TimeSpan.FromDays(5));
        if (state is InboxState.Dismissed)
        {
            await Store.DismissAsync(work.Id, Ended);
            Pass(TimeSpan.FromDays(5));
        }

        await SweepAsync(KeepAll with { MaxAge = TimeSpan.FromDays(5) + TimeSpan.FromSeconds(1) });
        Assert.Equal(state, await StateAsync(work.Id));

        Pass(TimeSpan.FromSeconds(2));
        await SweepAsync(KeepAll with { MaxAge = TimeSpan.FromDays(5) + TimeSpan.FromSeconds(1) });
        Assert.Null(await FindAsync(work.Id));
        Assert.Null(await Store.ReadAsync(work.Id, Ended));
        Assert.Empty(await SearchAsync(new()));
    }

    [Fact]
    public async Task What_was_recorded_is_dropped_by_age_also_where_it_failed()
    {
        await Store.RecordAsync(Item(), InboxResult.Done(), Ended);
        await Store.RecordAsync(Item(), Dead(), Ended);
        await SweepAsync(KeepAll with { MaxAge = TimeSpan.FromDays(1) });
        Assert.Equal(2, (await SearchAsync(new())).Count);

        Pass(TimeSpan.FromDays(2));
        await SweepAsync(KeepAll with { MaxAge = TimeSpan.FromDays(1) });
        Assert.Empty(await SearchAsync(new()));
    }

    [Fact]
    public async Task What_is_unfinished_dead_or_quarantined_is_kept_however_old_and_however_large()
    {
        var ids = await AcceptInEachStateAsync(Kept);
        await ClaimOneAsync($"/{InboxState.Ready}");
        var before = await SearchAsync(new());
        Pass(TimeSpan.FromDays(1000));

        await SweepAsync(new(TimeSpan.FromDays(1), 1, TimeSpan.FromDays(1)));

        Assert.Equal(before, await SearchAsync(new()));
        Assert.All(ids, id => Assert.Contains(before, summary => summary.Id == id));
    }

    [Fact]
    public async Task What_is_too_large_is_dropped_oldest_first_and_only_what_is_finished()
    {
        const int size = 64 * 1024;
        await AcceptInEachStateAsync(Kept);
        var unfinished = await IdsAsync(new());
        var finished = new List<long>();
        for (var number = 0; number < 60; number++)
        {
            var work = (await OfferAsync(Item("/large") with { Body = new byte[size] }, claim: true)).Work!;
            await EndAsync(work, InboxResult.Done());
            finished.Add(work.Id);
            Pass(TimeSpan.FromSeconds(1));
        }

        await SweepAsync(KeepAll);
        Assert.Equal(60, (await SearchAsync(new() { Endpoint = "/large", Plugin = "tests.one" })).Count);

        await SweepAsync(KeepAll with { MaxBytes = 20 * size });

        var left = (await IdsAsync(new() { Endpoint = "/large", Plugin = "tests.one" })).Order().ToArray();
        Assert.InRange(left.Length, 0, 20);
        Assert.Equal(finished.TakeLast(left.Length), left);
        Assert.Equal(unfinished, (await IdsAsync(new())).Except(left));
    }

    [Fact]
    public async Task A_copy_of_a_dropped_delivery_is_recognised_until_its_identity_is_over()
    {
        var id = await AcceptInStateAsync(InboxState.Done, Item(identity: 1));
        var retention = KeepAll with { MaxAge = TimeSpan.FromDays(1), IdentityAge = TimeSpan.FromDays(7) };
        Pass(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await SweepAsync(retention);
        await RestartAsync();

        Assert.Null(await FindAsync(id));
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1)));

        Pass(TimeSpan.FromSeconds(2));
        await SweepAsync(retention);
        Assert.True(await AcceptAsync(Item(identity: 1)) > id);
    }

    [Theory]
    [InlineData(InboxState.Ready, InboxAcceptanceKind.Duplicate)]
    [InlineData(InboxState.Leased, InboxAcceptanceKind.Duplicate)]
    [InlineData(InboxState.Delayed, InboxAcceptanceKind.Duplicate)]
    [InlineData(InboxState.Waiting, InboxAcceptanceKind.Duplicate)]
    [InlineData(InboxState.Suspect, InboxAcceptanceKind.Duplicate)]
    [InlineData(InboxState.Dead, InboxAcceptanceKind.Requeued)]
    [InlineData(InboxState.Quarantined, InboxAcceptanceKind.Requeued)]
    public async Task An_identity_is_not_over_before_the_work_is(InboxState state, InboxAcceptanceKind kind)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key", identity: 1));
        Pass(TimeSpan.FromDays(100));
        await SweepAsync(new(TimeSpan.FromDays(1), 1, TimeSpan.FromDays(1)));

        Assert.Equal(new(kind, id), await OfferAsync(Item(identity: 1)));
    }

    [Fact]
    public async Task Many_are_dropped_in_parts_until_there_is_no_more()
    {
        const int count = 2500;
        var items = Enumerable.Range(0, count).Select(number => Item(identity: number)).ToArray();
        await Task.WhenAll(items.Select(item => OfferAsync(item)));
        await Task.WhenAll(
            (await ClaimAllAsync())
                .Concat(await ClaimAllAsync())
                .Concat(await ClaimAllAsync())
                .Select(work => EndAsync(work, InboxResult.Done()))
        );
        Pass(TimeSpan.FromDays(2));

        await SweepAsync(new(TimeSpan.FromDays(1), 1L << 50, TimeSpan.FromDays(1)));

        Assert.Empty(await SearchAsync(new()));
        Assert.Equal(InboxAcceptanceKind.Accepted, (await OfferAsync(Item(identity: 0))).Kind);
        Assert.Equal(InboxAcceptanceKind.Accepted, (await OfferAsync(Item(identity: count - 1))).Kind);
        Assert.False(await Store.SweepAsync(KeepAll, Ended));
    }

    /// <summary>Accepts a delivery in each of some states, each on an endpoint of its own.</summary>
    private async Task<long[]> AcceptInEachStateAsync(params InboxState[] states)
    {
        var ids = new long[states.Length];
        for (var index = 0; index < states.Length; index++)
        {
            ids[index] = await AcceptInStateAsync(states[index], Item($"/{states[index]}", "key"));
        }

        return ids;
    }
}
