using System.Runtime.InteropServices;
using System.Text;

namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Acceptance, and copies.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task An_accepted_delivery_is_one_row_that_is_ready()
    {
        var id = await AcceptAsync(Item(identity: 1));

        var summary = Assert.Single(await SearchAsync(new()));
        Assert.Equal((id, InboxState.Ready, 0, 0), (summary.Id, summary.State, summary.Attempts, summary.Crashes));
    }

    [Fact]
    public async Task Everything_of_a_delivery_is_kept_as_it_was()
    {
        var item = Item("/a", "key", 1) with
        {
            Body = new byte[] { 0, 1, 255, 0 },
            Payload = Encoding.UTF8.GetBytes("""{"a":"ä"}"""),
            Details = Encoding.UTF8.GetBytes("""{"method":"POST"}"""),
            Event = "pull_request",
            EventAction = "opened",
            DeliveryId = "id'\"\0-ä",
        };
        var id = await AcceptAsync(item);
        await RestartAsync();

        var kept = await Store.ReadAsync(id, Ended);
        var summary = await SummaryAsync(id);

        Assert.NotNull(kept);
        Assert.Equal(item.Body.ToArray(), kept.Body.ToArray());
        Assert.Equal(item.Payload!.Value.ToArray(), kept.Payload!.Value.ToArray());
        Assert.Equal(item.Details.ToArray(), kept.Details.ToArray());
        Assert.Equal((item.Plugin, item.Endpoint, item.ReceivedAt), (kept.Plugin, kept.Endpoint, kept.ReceivedAt));
        Assert.Equal((item.Event, item.EventAction, item.DeliveryId), (kept.Event, kept.EventAction, kept.DeliveryId));
        Assert.Equal(("key", null), (kept.OrderKey, kept.ReplayOf));
        Assert.Equal((item.Plugin, item.Endpoint, item.ReceivedAt), (summary.Plugin, summary.Endpoint, summary.ReceivedAt));
        Assert.Equal(
            (item.Event, item.EventAction, item.DeliveryId, 4),
            (summary.Event, summary.EventAction, summary.DeliveryId, summary.BodyLength)
        );
    }

    [Fact]
    public async Task What_a_delivery_does_not_have_is_told_from_what_is_empty()
    {
        var without = await AcceptAsync(Item(body: ""));
        var empty = await AcceptAsync(Item(body: "") with { Payload = ReadOnlyMemory<byte>.Empty, Event = "", DeliveryId = "" });

        var (kept, keptEmpty) = (await Store.ReadAsync(without, Ended), await Store.ReadAsync(empty, Ended));

        Assert.Equal((false, null, null, null), (kept!.Payload.HasValue, kept.Event, kept.DeliveryId, kept.OrderKey));
        Assert.Equal((true, "", ""), (keptEmpty!.Payload.HasValue, keptEmpty.Event, keptEmpty.DeliveryId));
        Assert.Equal((0, 0), (kept.Body.Length, keptEmpty.Payload!.Value.Length));
    }

    [Fact]
    public async Task What_was_read_is_the_callers_own()
    {
        var buffer = Encoding.UTF8.GetBytes("first");
        var id = await AcceptAsync(Item() with { Body = buffer, Payload = buffer, Details = buffer });

        foreach (var read in new[] { await Store.ReadAsync(id, Ended), (await FindAsync(id))!.Item, await Store.ReadAsync(id, Ended) })
        {
            foreach (var bytes in new[] { read!.Body, read.Payload!.Value, read.Details })
            {
                Assert.Equal("first", Encoding.UTF8.GetString(bytes.Span));
                Assert.True(MemoryMarshal.TryGetArray(bytes, out var own));
                own.AsSpan().Fill((byte)'x');
            }
        }
    }

    [Fact]
    public async Task The_callers_buffer_is_its_own_again_after_the_acceptance()
    {
        var buffer = Encoding.UTF8.GetBytes("first");
        var id = await AcceptAsync(Item() with { Body = buffer, Details = buffer });

        buffer.AsSpan().Fill((byte)'x');

        var kept = await Store.ReadAsync(id, Ended);
        Assert.Equal("first", Encoding.UTF8.GetString(kept!.Body.Span));
        Assert.Equal("first", Encoding.UTF8.GetString(kept.Details.Span));
    }

    [Fact]
    public async Task A_large_body_is_kept_as_it_was()
    {
        var body = new byte[3 * 1024 * 1024 + 17];
        for (var index = 0; index < body.Length; index++)
        {
            body[index] = (byte)(index * 31 ^ index >> 11);
        }

        var id = await AcceptAsync(Item() with { Body = body });
        await RestartAsync();

        var kept = await Store.ReadAsync(id, Ended);
        Assert.True(body.AsSpan().SequenceEqual(kept!.Body.Span));
        Assert.Equal(SizeOf(Item() with { Body = body }), (await DepthAsync()).Bytes);
    }

    [Fact]
    public async Task Later_deliveries_have_larger_ids_also_after_a_restart_and_an_erasure()
    {
        var first = await AcceptAsync();
        var second = await AcceptAsync("/b");
        await Store.EraseAsync(new() { Id = second }, Ended);
        await RestartAsync();
        var third = await AcceptAsync();

        Assert.True(0 < first && first < second && second < third, $"{first}, {second}, {third}");
    }

    [Fact]
    public async Task Of_a_thousand_copies_at_once_one_is_accepted()
    {
        var items = Enumerable.Range(0, 1000).Select(_ => Item(identity: 7)).ToArray();
        var acceptances = await Task.WhenAll(items.Select(item => Task.Run(() => OfferAsync(item, claim: true))));

        var accepted = Assert.Single(acceptances, acceptance => acceptance.Kind is InboxAcceptanceKind.Accepted);
        Assert.Equal(999, acceptances.Count(acceptance => acceptance == new InboxAcceptance(InboxAcceptanceKind.Duplicate, accepted.Id)));
        Assert.Single(await SearchAsync(new()));
        Assert.Equal((0, 1), ((await DepthAsync()).Ready, (await DepthAsync()).Leased));
    }

    [Fact]
    public async Task A_thousand_different_ones_at_once_are_all_accepted()
    {
        var items = Enumerable.Range(0, 1000).Select(number => Item(identity: number)).ToArray();
        var acceptances = await Task.WhenAll(items.Select(item => Task.Run(() => OfferAsync(item))));

        Assert.All(acceptances, acceptance => Assert.Equal(InboxAcceptanceKind.Accepted, acceptance.Kind));
        Assert.Equal(acceptances.Select(acceptance => acceptance.Id).OrderDescending(), await IdsAsync(new() { Size = 500 }));
    }

    [Fact]
    public async Task Without_an_identity_nothing_is_a_copy()
    {
        Assert.NotEqual(await AcceptAsync(), await AcceptAsync());
        Assert.Equal(2, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task A_copy_is_recognised_after_a_restart_and_whatever_else_it_says()
    {
        var id = await AcceptAsync(Item(identity: 1));
        await RestartAsync();

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item("/b", "other", 1, body: "other"), claim: true));
    }

    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Leased)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Waiting)]
    [InlineData(InboxState.Suspect)]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dismissed)]
    public async Task A_copy_of_one_that_runs_ran_will_run_or_was_dismissed_changes_nothing(InboxState state)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key", identity: 1));
        var before = await SummaryAsync(id);

        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1), claim: true));

        Assert.Equal(before, await SummaryAsync(id));
    }

    [Theory]
    [InlineData(InboxState.Dead)]
    [InlineData(InboxState.Quarantined)]
    public async Task A_copy_of_a_dead_or_quarantined_one_makes_it_run_again_from_the_first_attempt(InboxState state)
    {
        var id = await AcceptInStateAsync(state, Item(identity: 1));

        Assert.Equal(new(InboxAcceptanceKind.Requeued, id), await OfferAsync(Item(identity: 1), claim: true));

        var work = await ClaimOneAsync();
        Assert.Equal((id, 1, 0, false), (work.Id, work.Attempt, work.Crashes, work.IsSuspect));
        Assert.Equal(new(InboxAcceptanceKind.Duplicate, id), await OfferAsync(Item(identity: 1)));
        Assert.Single(await SearchAsync(new()));
    }

    [Fact]
    public async Task A_delivery_that_the_caller_can_run_is_claimed_at_once()
    {
        var acceptance = await OfferAsync(Item("/a", "key"), claim: true);

        var work = acceptance.Work;
        Assert.NotNull(work);
        Assert.Equal((acceptance.Id, "tests.one", "/a"), (work.Id, work.Plugin, work.Endpoint));
        Assert.Equal((1, 0, false), (work.Attempt, work.Crashes, work.IsSuspect));
        Assert.Equal((InboxState.Leased, 1), await StateAndAttemptsAsync(acceptance.Id));
        Assert.Empty(await ClaimAllAsync());
        Assert.True(await EndAsync(work, InboxResult.Done()));
    }

    [Fact]
    public async Task A_delivery_whose_key_makes_it_wait_is_not_claimed_at_once()
    {
        await OfferAsync(Item(key: "key"), claim: true);

        var acceptance = await OfferAsync(Item(key: "key"), claim: true);

        Assert.Equal((InboxAcceptanceKind.Accepted, null), (acceptance.Kind, acceptance.Work));
        Assert.Equal((InboxState.Waiting, 0), await StateAndAttemptsAsync(acceptance.Id));
    }

    private async Task<(InboxState State, int Attempts)> StateAndAttemptsAsync(long id)
    {
        var summary = await SummaryAsync(id);
        return (summary.State, summary.Attempts);
    }

    /// <summary>Accepts a delivery and brings it into a state; nothing else may be claimable on its endpoint.</summary>
    private async Task<long> AcceptInStateAsync(InboxState state, InboxItem item)
    {
        if (state is InboxState.Waiting)
        {
            await OfferAsync(item with { Identity = default }, claim: true);
            return await AcceptAsync(item);
        }

        if (state is InboxState.Ready)
        {
            return await AcceptAsync(item);
        }

        var work = (await OfferAsync(item, claim: true)).Work!;
        switch (state)
        {
            case InboxState.Delayed:
                await EndAsync(work, Retry(TimeSpan.FromHours(1)));
                break;
            case InboxState.Done:
                await EndAsync(work, InboxResult.Done());
                break;
            case InboxState.Dead:
                await EndAsync(work, Dead());
                break;
            case InboxState.Dismissed:
                await EndAsync(work, Dead());
                Assert.True(await Store.DismissAsync(work.Id, Ended));
                break;
            case InboxState.Suspect:
                await DieAsync(work, isAlone: true);
                break;
            case InboxState.Quarantined:
                await DieAsync(work, isAlone: true);
                await DieAsync((await ClaimSuspectAsync(item.Endpoint))!, isAlone: true);
                await DieAsync((await ClaimSuspectAsync(item.Endpoint))!, isAlone: true);
                break;
        }

        Assert.Equal(state, await StateAsync(work.Id));
        return work.Id;
    }

    /// <summary>The process dies while a handler runs.</summary>
    private async Task DieAsync(InboxWork work, bool isAlone)
    {
        await StartAsync(work, isAlone);
        await RestartAsync();
    }
}
