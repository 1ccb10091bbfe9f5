using System.Net;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Deliveries;

/// <summary>Deliveries with their bytes, for a tool.</summary>
public sealed class FeedTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Deliveries_come_in_their_order_with_their_exact_bytes(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var ids = new List<long>();
        for (byte i = 0; i < 5; i++)
        {
            ids.Add(
                await host.AddAsync(
                    host.Item([i, 0xFF, 0x00]) with
                    {
                        Details = DeliveryHost.Details("text/x", more: ""","headers":{"X-Text":["a"]}"""),
                    }
                )
            );
        }

        await host.AddAsync("{}", endpoint: "Job");
        var page = await host.GetAsync<FeedPage>("feed?size=3", ConsoleRole.Bodies);
        Assert.Equal(ids[..3], page.Items.Select(item => item.Row.Id));
        Assert.Equal(new byte[] { 2, 0xFF, 0 }, Convert.FromBase64String(page.Items[2].Body));
        Assert.Equal(
            ("POST", "text/x", "a"),
            (page.Items[0].Method, page.Items[0].ContentType, page.Items[0].Headers.Single().Values.Single())
        );
        Assert.Equal((ids[2], false), (page.Next, page.IsAtEnd));

        page = await host.GetAsync<FeedPage>($"feed?after={page.Next}", ConsoleRole.Bodies);
        Assert.Equal(ids[3..], page.Items.Select(item => item.Row.Id));
        Assert.False(page.IsAtEnd);
        page = await host.GetAsync<FeedPage>($"feed?after={page.Next}", ConsoleRole.Bodies);
        Assert.Empty(page.Items);
        Assert.True(page.IsAtEnd);
        Assert.Empty((await host.GetAsync<FeedPage>("feed?plugin=tests.other")).Items);
    }

    [Fact]
    public async Task A_page_ends_before_it_holds_more_than_eight_mebibytes()
    {
        await using var host = await DeliveryHost.StartAsync();
        var large = new byte[3 << 20];
        for (var i = 0; i < 3; i++)
        {
            await host.AddAsync(host.Item(large));
        }

        var page = await host.GetAsync<FeedPage>("feed");
        Assert.Equal((2, false), (page.Items.Count, page.IsAtEnd));
        Assert.Single((await host.GetAsync<FeedPage>($"feed?after={page.Next}")).Items);
    }

    [Fact]
    public async Task A_caller_is_written_down_once_in_ten_minutes()
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.TextAsync("feed");
        await host.TextAsync("feed");
        Assert.Single(host.Audit);
        using (await host.SendAsync(HttpMethod.Get, "feed", caller: "another")) { }
        Assert.Equal(["tester", "another"], host.Audit.Select(row => row.Who));
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.TextAsync("feed");
        Assert.Equal(3, host.Audit.Count);
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_read_holds_nothing_back()
    {
        await using var host = await DeliveryHost.StartAsync(more: DamagedOperations.Wrap);
        var id = await host.AddAsync("{}");
        var page = await host.GetAsync<FeedPage>("feed");
        Assert.Empty(page.Items);
        Assert.Equal(id, page.Next);
    }

    [Fact]
    public async Task A_size_that_is_too_large_is_refused()
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, "feed?size=101");
    }
}
