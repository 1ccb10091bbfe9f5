using System.Net;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Deliveries;

/// <summary>What the list of deliveries finds.</summary>
public sealed class DeliveryListTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task It_finds_what_satisfies_everything_that_is_asked_for(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var first = await host.AddAsync(host.Item("{}"u8.ToArray()) with { Event = "push", DeliveryId = "one" }, InboxResult.Done);
        var second = await host.AddAsync(
            host.Item("{}"u8.ToArray()) with
            {
                Event = "ping",
            },
            () => InboxResult.Dead("Broken", "It broke", "0123456789abcdef")
        );
        var job = await host.AddAsync(host.Item("{}"u8.ToArray(), endpoint: "Shrink"));

        Assert.Equal([job, second, first], await IdsAsync(host, ""));
        Assert.Equal([first], await IdsAsync(host, "?event=push"));
        Assert.Equal([first], await IdsAsync(host, "?deliveryId=one"));
        Assert.Equal([second], await IdsAsync(host, "?state=dead"));
        Assert.Equal([second], await IdsAsync(host, "?errorType=Broken&fingerprint=0123456789abcdef"));
        Assert.Equal([job], await IdsAsync(host, "?jobs=true"));
        Assert.Equal([second, first], await IdsAsync(host, "?jobs=false"));
        Assert.Equal([second, first], await IdsAsync(host, $"?plugin={DeliveryHost.Idle}&endpoint=/idle"));
        Assert.Empty(await IdsAsync(host, "?plugin=tests.other"));
        Assert.Empty(await IdsAsync(host, "?from=2030-01-01T00:00:00Z"));
        Assert.Equal([job, second, first], await IdsAsync(host, "?to=2030-01-01T00:00:00%2B02:00"));
    }

    [Fact]
    public async Task Pages_go_on_where_the_one_before_ended()
    {
        await using var host = await DeliveryHost.StartAsync();
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await host.AddAsync("{}"));
        }

        var page = await host.GetAsync<DeliveryPage>("deliveries?size=2");
        Assert.Equal(ids[..2], page.Deliveries.Select(row => row.Id));
        page = await host.GetAsync<DeliveryPage>($"deliveries?size=2&before={page.Next}");
        Assert.Equal(ids[2..4], page.Deliveries.Select(row => row.Id));
        page = await host.GetAsync<DeliveryPage>($"deliveries?size=2&before={page.Next}");
        Assert.Equal(ids[4..], page.Deliveries.Select(row => row.Id));
        Assert.Null(page.Next);
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=201", "size")]
    [InlineData("size=many", "size")]
    [InlineData("before=-1", "before")]
    [InlineData("state=broken", "state")]
    [InlineData("jobs=maybe", "jobs")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-01-02&to=2026-01-01", "from")]
    [InlineData("endpoint=/x", "plugin")]
    [InlineData("sate=dead", "sate")]
    [InlineData("state=dead&state=done", "state")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string name)
    {
        await using var host = await DeliveryHost.StartAsync();
        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"deliveries?{query}");
        Assert.Contains($"'{name}'", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_store_has_empty_lists_and_says_what_to_reference()
    {
        await using var host = await DeliveryHost.StartAsync(StoreKind.None);
        Assert.Empty((await host.GetAsync<DeliveryPage>("deliveries")).Deliveries);
        Assert.True((await host.GetAsync<FeedPage>("feed")).IsAtEnd);
        await host.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, "deliveries/1");
        var problem = await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, "deliveries/1/replay");
        Assert.Contains("AddSqliteInbox", problem.Detail, StringComparison.Ordinal);
        await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, "bulk", """{"action":"replay","filter":{}}""");
    }

    private static async Task<IEnumerable<long>> IdsAsync(DeliveryHost host, string query) =>
        (await host.GetAsync<DeliveryPage>($"deliveries{query}")).Deliveries.Select(row => row.Id);
}
