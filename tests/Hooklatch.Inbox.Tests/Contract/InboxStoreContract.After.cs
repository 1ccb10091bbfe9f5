namespace Hooklatch.Inbox.Tests.Contract;

/// <content>Looking for jobs or deliveries alone, and reading oldest first.</content>
public abstract partial class InboxStoreContract
{
    [Fact]
    public async Task Jobs_and_deliveries_are_found_apart()
    {
        var delivery = await AcceptAsync(Item("/a"));
        var job = await AcceptAsync(Item("Shrink"));
        var other = await AcceptAsync(Item("Shrink", plugin: "tests.two"));

        Assert.Equal([other, job], await IdsAsync(new() { Jobs = true }));
        Assert.Equal([delivery], await IdsAsync(new() { Jobs = false }));
        Assert.Equal([other, job, delivery], await IdsAsync(new()));
        Assert.Equal([job], await IdsAsync(new() { Jobs = true, Plugin = "tests.one" }));
        Assert.Equal([delivery], await IdsAsync(new() { Jobs = false, Plugin = "tests.one" }));
        Assert.Equal(
            [job],
            await IdsAsync(
                new()
                {
                    Jobs = true,
                    Plugin = "tests.one",
                    Endpoint = "Shrink",
                }
            )
        );
        Assert.Empty(
            await IdsAsync(
                new()
                {
                    Jobs = false,
                    Plugin = "tests.one",
                    Endpoint = "Shrink",
                }
            )
        );
        Assert.Equal([other, job], await IdsAsync(new() { Jobs = true, State = InboxState.Ready }));
    }

    [Fact]
    public async Task Deliveries_are_read_oldest_first_page_by_page_each_once()
    {
        var ids = await AcceptManyAsync(23);

        foreach (var size in (int[])[1, 5, 22, 23, 24])
        {
            Assert.Equal(ids, await IdsAfterAsync(new() { Size = size }, 0));
            Assert.Equal(ids[3..], await IdsAfterAsync(new() { Size = size }, ids[2]));
        }
    }

    [Fact]
    public async Task A_page_after_an_id_says_what_was_looked_at_also_where_nothing_was_found()
    {
        var ids = await AcceptManyAsync(3);

        var none = await Store.SearchAsync(new() { After = 0, Event = "none" }, Ended);
        var all = await Store.SearchAsync(new() { After = 0 }, Ended);
        var part = await Store.SearchAsync(new() { After = 0, Size = 2 }, Ended);
        var end = await Store.SearchAsync(new() { After = ids[2] }, Ended);

        Assert.Equal((0, ids[2]), (none.Deliveries.Count, none.Next));
        Assert.Equal((3, ids[2]), (all.Deliveries.Count, all.Next));
        Assert.Equal((2, ids[1]), (part.Deliveries.Count, part.Next));
        Assert.Equal((0, null), (end.Deliveries.Count, end.Next));
        await OpenAsync(Unlimited);
        Assert.Null((await Store.SearchAsync(new() { After = 0 }, Ended)).Next);
    }

    [Fact]
    public async Task A_reader_that_goes_on_sees_what_came_in_meanwhile()
    {
        var first = await AcceptManyAsync(2);
        var page = await Store.SearchAsync(new() { After = 0 }, Ended);
        await Store.EraseAsync(new() { Id = first[1] }, Ended);
        var second = await AcceptManyAsync(2);

        Assert.Equal(second, await IdsAfterAsync(new(), page.Next!.Value));
    }

    [Fact]
    public async Task Each_criterion_holds_oldest_first_too()
    {
        var early = Now;
        var one = await AcceptAsync(Item("/a") with { Event = "push", DeliveryId = "d1" });
        Pass(TimeSpan.FromMinutes(1));
        var middle = Now;
        var two = await AcceptAsync(Item("/b") with { Event = "Push", DeliveryId = "D1" });
        var three = await AcceptAsync(Item("/a", plugin: "tests.two") with { Event = "push", DeliveryId = "d1" });
        var four = await AcceptAsync(Item("/b"));
        var job = await AcceptAsync(Item("Shrink"));
        foreach (var work in await ClaimAllAsync("/b"))
        {
            await EndAsync(work, InboxResult.Retry(TimeSpan.Zero, "binding", "no", "00000000000000ff"));
        }

        await EndAsync(await ClaimAllAsync("/b"), InboxResult.Dead("binding", "no", "00000000000000ff"));
        await Store.RecordAsync(Item("/b"), Dead(), Ended);
        var recorded = Assert.Single(await IdsAsync(new() { Size = 1, ErrorType = "System.IO.IOException" }));
        var dismissed = await AcceptInStateAsync(InboxState.Dismissed, Item("/c"));

        var expected = new (InboxQuery Query, long[] Ids)[]
        {
            (new() { Plugin = "tests.one", Endpoint = "/a" }, [one]),
            (new() { Event = "push" }, [one, three]),
            (new() { DeliveryId = "d1" }, [one, three]),
            (new() { Jobs = true }, [job]),
            (new() { Jobs = false, Plugin = "tests.two" }, [three]),
            (new() { State = InboxState.Ready }, [one, three, job]),
            (new() { State = InboxState.Dead }, [two, four, recorded]),
            (new() { State = InboxState.Dismissed }, [dismissed]),
            (new() { State = InboxState.Done }, []),
            (new() { From = middle, Event = "push" }, [three]),
            (new() { From = early, To = middle }, [one]),
            (new() { ErrorType = "binding" }, [two, four]),
            (new() { Fingerprint = "00000000000000ff" }, [two, four]),
        };
        foreach (var (query, ids) in expected)
        {
            var (found, paged) = (await IdsAfterAsync(query, 0), await IdsAfterAsync(query with { Size = 1 }, 0));
            Assert.True(ids.SequenceEqual(found), query.ToString());
            Assert.True(ids.SequenceEqual(paged), $"{query}, page by page");
            Assert.True(ids.Skip(1).SequenceEqual(await IdsAfterAsync(query, ids.FirstOrDefault())), $"{query}, after the first");
        }
    }

    [Fact]
    public async Task A_page_begins_before_an_id_or_after_one()
    {
        var id = await AcceptAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.SearchAsync(new() { Before = id, After = 0 }, Ended));
    }

    [Fact]
    public async Task A_page_reads_no_more_rows_than_it_may_whatever_it_looks_for()
    {
        var old = await AcceptAsync(Item("Shrink"));
        for (var part = 0; part < 20; part++)
        {
            await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => OfferAsync(Item())));
        }

        var young = await AcceptAsync(Item("Shrink"));

        var newest = await Store.SearchAsync(new() { Jobs = true }, Ended);
        Assert.Equal([young], newest.Deliveries.Select(summary => summary.Id));
        Assert.NotNull(newest.Next);
        Assert.Equal([young, old], await IdsAsync(new() { Jobs = true }));

        var oldest = await Store.SearchAsync(new() { Jobs = true, After = 0 }, Ended);
        Assert.Equal([old], oldest.Deliveries.Select(summary => summary.Id));
        Assert.True(oldest.Next < young);
        var last = await Store.SearchAsync(new() { Jobs = true, After = oldest.Next }, Ended);
        Assert.Equal([young], last.Deliveries.Select(summary => summary.Id));
        Assert.Equal(young, last.Next);
    }

    /// <summary>All that is found, oldest first, page by page.</summary>
    private async Task<long[]> IdsAfterAsync(InboxQuery query, long after)
    {
        var found = new List<long>();
        while (true)
        {
            var page = await Store.SearchAsync(query with { After = after }, Ended);
            Assert.InRange(page.Deliveries.Count, 0, Math.Clamp(query.Size, 1, InboxQuery.MaxSize));
            found.AddRange(page.Deliveries.Select(summary => summary.Id));
            if (page.Next is not { } next)
            {
                Assert.Empty(page.Deliveries);
                return [.. found];
            }

            Assert.True(next > after, "The next page begins where this one did.");
            after = next;
        }
    }
}
