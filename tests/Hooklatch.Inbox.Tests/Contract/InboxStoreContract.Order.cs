using System.Collections.Concurrent;

namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Order by key.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task Deliveries_of_one_key_run_one_at_a_time_in_the_order_of_their_acceptance()
    {
        var ids = await AcceptManyAsync(5, key: "key");

        var ran = new List<long>();
        while (await ClaimAllAsync() is [var work])
        {
            ran.Add(work.Id);
            Assert.Empty(await ClaimAllAsync());
            Assert.True(await EndAsync(work, InboxResult.Done()));
        }

        Assert.Equal(ids, ran);
    }

    [Theory]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    public async Task An_end_lets_the_next_of_the_key_go_on(InboxState end)
    {
        var ids = await AcceptManyAsync(3, key: "key");
        Assert.True(await EndAsync(await ClaimOneAsync(), Result(end)));

        Assert.Equal([end, InboxState.Ready, InboxState.Waiting], await StatesAsync(ids));
        Assert.Equal(ids[1], (await ClaimOneAsync()).Id);
    }

    [Theory]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Ready)]
    public async Task One_that_is_tried_again_or_given_back_keeps_its_place(InboxState end)
    {
        var ids = await AcceptManyAsync(2, key: "key");
        Assert.True(await EndAsync(await ClaimOneAsync(), Result(end)));

        Assert.Equal([end, InboxState.Waiting], await StatesAsync(ids));
        await RestartAsync();
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal([ids[0]], (await ClaimAllAsync()).Select(work => work.Id));
    }

    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Suspect)]
    public async Task A_dismissed_one_lets_the_next_of_its_key_go_on(InboxState state)
    {
        var first = await AcceptInStateAsync(state, Item(key: "key"));
        var second = await AcceptAsync(key: "key");

        Assert.True(await Store.DismissAsync(first, Ended));

        Assert.Equal([InboxState.Dismissed, InboxState.Ready], await StatesAsync(first, second));
        Assert.Equal(second, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task A_dismissed_one_that_waited_leaves_the_others_as_they_were()
    {
        var ids = await AcceptManyAsync(3, key: "key");

        Assert.True(await Store.DismissAsync(ids[1], Ended));
        await EndAsync(await ClaimOneAsync(), InboxResult.Done());

        Assert.Equal([InboxState.Done, InboxState.Dismissed, InboxState.Ready], await StatesAsync(ids));
    }

    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Leased)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Suspect)]
    public async Task An_erased_one_lets_the_next_of_its_key_go_on(InboxState state)
    {
        var first = await AcceptInStateAsync(state, Item(key: "key"));
        var others = await AcceptManyAsync(3, key: "key");
        await Store.EraseAsync(new() { Id = others[0] }, Ended);

        Assert.Equal(1, await Store.EraseAsync(new() { Id = first }, Ended));

        Assert.Equal([InboxState.Ready, InboxState.Waiting], await StatesAsync(others[1..]));
        Assert.Equal(others[1], (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task Several_erased_at_once_let_the_first_that_is_left_go_on()
    {
        var ids = await AcceptManyAsync(3, key: "key");
        Pass(TimeSpan.FromSeconds(1));
        var left = await AcceptManyAsync(2, key: "key");

        Assert.Equal(3, await Store.EraseAsync(new() { Before = Now }, Ended));

        Assert.Equal([InboxState.Ready, InboxState.Waiting], await StatesAsync(left));
    }

    [Fact]
    public async Task A_quarantined_one_lets_the_next_of_its_key_go_on()
    {
        var first = (await OfferAsync(Item(key: "key"), claim: true)).Work!;
        var second = await AcceptAsync(key: "key");
        await DieAsync(first, isAlone: true);
        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);
        Assert.Equal([InboxState.Suspect, InboxState.Waiting], await StatesAsync(first.Id, second));

        await DieAsync((await ClaimSuspectAsync())!, isAlone: true);

        Assert.Equal([InboxState.Quarantined, InboxState.Ready], await StatesAsync(first.Id, second));
    }

    [Fact]
    public async Task A_suspect_keeps_its_place()
    {
        var first = (await OfferAsync(Item(key: "key"), claim: true)).Work!;
        var second = await AcceptAsync(key: "key");
        await DieAsync(first, isAlone: false);

        Assert.Empty(await ClaimAllAsync());
        Assert.Equal([InboxState.Suspect, InboxState.Waiting], await StatesAsync(first.Id, second));
        await EndAsync((await ClaimSuspectAsync())!, InboxResult.Done());
        Assert.Equal(second, (await ClaimOneAsync()).Id);
    }

    [Fact]
    public async Task Other_keys_endpoints_and_plugins_are_independent_and_so_is_what_has_no_key()
    {
        await OfferAsync(Item(key: "key"), claim: true);
        long[] free = [await AcceptAsync(key: "Key"), await AcceptAsync(), await AcceptAsync(), await AcceptAsync(key: "")];
        var elsewhere = await AcceptAsync("/b", "key");
        var plugin = await AcceptAsync(Item(key: "key", plugin: "tests.two"));

        Assert.Equal(free, (await ClaimAllAsync()).Select(work => work.Id));
        Assert.Equal(elsewhere, (await ClaimOneAsync("/b")).Id);
        Assert.Equal(plugin, Assert.Single((await ClaimAsync(new([new("tests.two", "/a", 9)], 9))).Work).Id);
    }

    [Fact]
    public async Task One_that_is_dead_and_made_ready_again_waits_for_the_one_whose_turn_it_is_and_goes_before_later_ones()
    {
        var ids = await AcceptManyAsync(3, key: "key");
        await EndAsync(await ClaimOneAsync(), Dead());
        var running = await ClaimOneAsync();

        Assert.True(await Store.RequeueAsync(ids[0], Ended));

        Assert.Equal([InboxState.Waiting, InboxState.Leased, InboxState.Waiting], await StatesAsync(ids));
        Assert.Empty(await ClaimAllAsync());
        await EndAsync(running, InboxResult.Done());
        Assert.Equal([InboxState.Ready, InboxState.Done, InboxState.Waiting], await StatesAsync(ids));
    }

    [Fact]
    public async Task The_order_outlasts_the_process()
    {
        var ids = await AcceptManyAsync(3, key: "key");
        await ClaimOneAsync();
        await RestartAsync();

        Assert.Equal([InboxState.Ready, InboxState.Waiting, InboxState.Waiting], await StatesAsync(ids));
        await EndAsync(await ClaimOneAsync(), InboxResult.Done());
        await RestartAsync();
        Assert.Equal([InboxState.Done, InboxState.Ready, InboxState.Waiting], await StatesAsync(ids));
    }

    [Fact]
    public async Task Many_workers_at_once_keep_the_order_of_every_key_and_run_everything_once()
    {
        string[] endpoints = ["/a", "/b"];
        var order = new ConcurrentDictionary<long, string>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(producer => Task.Run(() => AcceptManyAsync(producer))));
        var (running, ran) = (new ConcurrentDictionary<string, long>(), new ConcurrentQueue<long>());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WorkAsync)));

        Assert.Equal(order.Keys.Order(), ran.Order());
        foreach (var line in ran.GroupBy(id => order[id]).Where(line => line.Key[^1] != '-'))
        {
            Assert.Equal(line.Order(), line);
        }

        async Task AcceptManyAsync(int producer)
        {
            for (var number = 0; number < 50; number++)
            {
                var (endpoint, key) = (endpoints[number % 2], number % 5 == 0 ? null : $"{(producer + number) % 3}");
                order[await AcceptAsync(endpoint, key)] = $"{endpoint} {key ?? "-"}";
            }
        }

        async Task WorkAsync()
        {
            // Whoever ends a claim looks again, so that the last one finds what is left however early the others stop.
            for (var idle = 0; idle < 100; idle++)
            {
                await Task.Yield();
                foreach (var work in (await ClaimedAsync(3, onlySuspect: false, endpoints)).Work)
                {
                    idle = 0;
                    var line = order[work.Id];
                    Assert.True(line[^1] == '-' || running.TryAdd(line, work.Id), $"Two of {line} run at once.");
                    await Task.Yield();
                    ran.Enqueue(work.Id);
                    running.TryRemove(line, out var _);
                    Assert.True(await EndAsync(work, InboxResult.Done()));
                }
            }
        }
    }

    [Fact]
    public async Task A_key_of_the_greatest_length_is_told_from_its_neighbour()
    {
        var key = new string('ä', InboxItem.MaxOrderKeyLength - 1);
        await AcceptAsync(key: key + "a");
        await AcceptAsync(key: key + "b");

        Assert.Equal(2, (await ClaimAllAsync()).Count);
    }

    private async Task<InboxState[]> StatesAsync(params long[] ids)
    {
        var states = new InboxState[ids.Length];
        for (var index = 0; index < ids.Length; index++)
        {
            states[index] = await StateAsync(ids[index]);
        }

        return states;
    }
}
