namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Looking for deliveries.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task Deliveries_are_found_newest_first_page_by_page_each_once()
    {
        var ids = await AcceptManyAsync(23);

        var first = await Store.SearchAsync(new() { Size = 5 }, Ended);

        Assert.Equal(ids.Reverse().Take(5), first.Deliveries.Select(summary => summary.Id));
        foreach (var size in (int[])[1, 5, 22, 23, 24])
        {
            Assert.Equal(ids.Reverse(), await IdsAsync(new() { Size = size }));
        }
    }

    [Fact]
    public async Task What_comes_in_between_two_pages_moves_nothing()
    {
        var ids = await AcceptManyAsync(6);
        var first = await Store.SearchAsync(new() { Size = 3 }, Ended);
        await AcceptManyAsync(3);
        await Store.EraseAsync(new() { Id = ids[3] }, Ended);

        Assert.Equal([ids[2], ids[1], ids[0]], await IdsAsync(new() { Size = 3, Before = first.Next }));
    }

    [Fact]
    public async Task Pages_are_no_larger_than_the_largest()
    {
        await Task.WhenAll(Enumerable.Range(0, 510).Select(_ => OfferAsync(Item())));

        Assert.Equal(InboxQuery.MaxSize, (await Store.SearchAsync(new() { Size = int.MaxValue }, Ended)).Deliveries.Count);
        Assert.Single((await Store.SearchAsync(new() { Size = -1 }, Ended)).Deliveries);
        Assert.Equal(50, (await Store.SearchAsync(new(), Ended)).Deliveries.Count);
    }

    [Fact]
    public async Task Each_criterion_is_exact_and_all_of_them_have_to_hold()
    {
        var early = Now;
        var one = await AcceptAsync(Item("/a") with { Event = "push", DeliveryId = "d1" });
        Pass(TimeSpan.FromMinutes(1));
        var middle = Now;
        var two = await AcceptAsync(Item("/b") with { Event = "Push", DeliveryId = "D1" });
        var three = await AcceptAsync(Item("/a", plugin: "tests.two") with { Event = "push", DeliveryId = "d%" });
        Pass(TimeSpan.FromMinutes(1));
        var four = await AcceptAsync(Item("/a"));
        await EndAsync(await ClaimOneAsync("/b"), InboxResult.Dead("binding", "no", "00000000000000ff"));
        Assert.Equal(one, (await ClaimOneAsync()).Id);

        var expected = new (InboxQuery Query, long[] Ids)[]
        {
            (new() { Plugin = "tests.one" }, [four, two, one]),
            (new() { Plugin = "tests" }, []),
            (new() { Plugin = "tests.one", Endpoint = "/a" }, [four, one]),
            (new() { Event = "push" }, [three, one]),
            (new() { Event = "pus" }, []),
            (new() { DeliveryId = "d1" }, [one]),
            (new() { DeliveryId = "d%" }, [three]),
            (new() { State = InboxState.Ready }, [four, three]),
            (new() { State = InboxState.Leased }, [one]),
            (new() { State = InboxState.Dead }, [two]),
            (new() { State = InboxState.Done }, []),
            (new() { From = middle }, [four, three, two]),
            (new() { To = middle }, [one]),
            (new() { From = middle, To = middle.AddMinutes(1) }, [three, two]),
            (new() { From = early, To = early }, []),
            (new() { ErrorType = "binding" }, [two]),
            (new() { ErrorType = "bind" }, []),
            (new() { Fingerprint = "00000000000000ff" }, [two]),
            (new() { Fingerprint = "00000000000000fe" }, []),
            (
                new()
                {
                    Plugin = "tests.one",
                    Endpoint = "/b",
                    Event = "Push",
                    DeliveryId = "D1",
                    State = InboxState.Dead,
                    ErrorType = "binding",
                },
                [two]
            ),
            (
                new()
                {
                    Plugin = "tests.one",
                    Endpoint = "/b",
                    Event = "Push",
                    DeliveryId = "D1",
                    State = InboxState.Ready,
                },
                []
            ),
            (
                new()
                {
                    Event = "push",
                    To = middle,
                    Fingerprint = "00000000000000ff",
                },
                []
            ),
        };
        foreach (var (query, ids) in expected)
        {
            var (found, paged) = (await IdsAsync(query), await IdsAsync(query with { Size = 1 }));
            Assert.True(ids.SequenceEqual(found), query.ToString());
            Assert.True(ids.SequenceEqual(paged), $"{query}, page by page");
        }
    }

    [Theory]
    [InlineData(InboxState.Ready)]
    [InlineData(InboxState.Leased)]
    [InlineData(InboxState.Delayed)]
    [InlineData(InboxState.Waiting)]
    [InlineData(InboxState.Suspect)]
    [InlineData(InboxState.Done)]
    [InlineData(InboxState.Dead)]
    [InlineData(InboxState.Quarantined)]
    [InlineData(InboxState.Dismissed)]
    public async Task Every_state_is_found_and_a_list_says_what_one_delivery_says(InboxState state)
    {
        var id = await AcceptInStateAsync(state, Item(key: "key"));
        await OfferAsync(Item("/other"));

        var found = Assert.Single(
            await SearchAsync(
                new()
                {
                    State = state,
                    Plugin = "tests.one",
                    Endpoint = "/a",
                }
            )
        );

        Assert.Equal(id, found.Id);
        Assert.Equal(await SummaryAsync(id), found);
    }

    [Fact]
    public async Task The_error_that_is_found_is_that_of_the_last_attempt()
    {
        var work = (await OfferAsync(Item(), claim: true)).Work!;
        await EndAsync(work, InboxResult.Retry(TimeSpan.Zero, "first", "one", "0000000000000001"));
        await EndAsync(await ClaimOneAsync(), InboxResult.Retry(TimeSpan.Zero, "second", "two", "0000000000000002"));

        Assert.Empty(await IdsAsync(new() { ErrorType = "first" }));
        Assert.Equal([work.Id], await IdsAsync(new() { ErrorType = "second" }));
        Assert.Equal([work.Id], await IdsAsync(new() { Fingerprint = "0000000000000002" }));

        await EndAsync(await ClaimOneAsync(), InboxResult.Done());
        Assert.Empty(await IdsAsync(new() { ErrorType = "second" }));
    }

    [Fact]
    public async Task What_lies_behind_more_rows_than_a_page_may_read_is_found_by_going_on()
    {
        var old = await AcceptAsync(Item() with { Event = "rare", DeliveryId = "d1" });
        Pass(TimeSpan.FromHours(1));
        for (var part = 0; part < 21; part++)
        {
            await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => OfferAsync(Item() with { Event = "often" })));
        }

        Assert.Equal([old], await IdsAsync(new() { Event = "rare" }));
        Assert.Equal([old], await IdsAsync(new() { DeliveryId = "d1", State = InboxState.Ready }));
        Assert.Equal(
            [old],
            await IdsAsync(
                new()
                {
                    Plugin = "tests.one",
                    Endpoint = "/a",
                    To = Now,
                }
            )
        );
        Assert.Empty(await IdsAsync(new() { Event = "often", ErrorType = "none" }));
        Assert.Empty(
            await IdsAsync(
                new()
                {
                    Plugin = "tests.one",
                    Endpoint = "/a",
                    State = InboxState.Dead,
                }
            )
        );
    }

    [Fact]
    public async Task An_endpoint_is_named_together_with_its_plugin() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.SearchAsync(new() { Endpoint = "/a" }, Ended));
}
