using System.Net;
using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Bulk;
using Hooklatch.Console.Live;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Live;

/// <summary>What a page is told while it is open.</summary>
public sealed class LiveTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_row_that_is_new_and_one_that_has_changed_are_told(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var old = await host.AddAsync(host.Item("{}"u8.ToArray()), () => InboxResult.Dead("Broken", "It broke", "0123456789abcdef"));
        using var reader = await OpenAsync(host, "?plugin=tests.idle");
        Assert.Equal("text/event-stream", reader.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", reader.Answer.Headers.CacheControl!.ToString());

        var id = await host.AddAsync("{}");
        await host.AddAsync(host.Item("{}"u8.ToArray()) with { Plugin = "tests.other" });
        await TickAsync(host);
        var row = Rows(await reader.NextAsync("deliveries")).Single();
        Assert.Equal((id, "ready"), (row.Id, row.State));
        Assert.Equal("{}", await reader.NextAsync("changed"));

        Assert.True(await host.Store.RequeueAsync(old, Token));
        await TickAsync(host);
        row = Rows(await reader.NextAsync("deliveries")).Single();
        Assert.Equal((old, "ready"), (row.Id, row.State));
        Assert.DoesNotContain("body\":", JsonSerializer.Serialize(row, ManagementJson.Default.DeliveryRow), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_and_actions_on_many_are_told()
    {
        await using var host = await DeliveryHost.StartAsync(settings: ("Plugins:tests.console:Secret", "secret"));
        using var reader = await OpenAsync(host, "");
        using var client = new HttpClient { BaseAddress = host.Host.Http1 };
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var refused = await client.PostAsync("/api/plugin/tests.console/webhook/events", content, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await TickAsync(host);
        Assert.Contains("missing_signature", await reader.NextAsync("refusals"), StringComparison.Ordinal);

        await host.PostAsync<BulkRun>("bulk", """{"action":"replay","filter":{"event":"none"}}""", HttpStatusCode.Accepted);
        await TickAsync(host);
        Assert.Contains("\"action\":\"replay\"", await reader.NextAsync("bulk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_changes_one_is_told_in_two_seconds()
    {
        await using var host = await DeliveryHost.StartAsync();
        using var reader = await OpenAsync(host, "");
        var names = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            await host.AddAsync("{}");
            await TickAsync(host);
            names.Add((await reader.NextAsync())!.Value.Name);
            if (i % 2 == 0)
            {
                names.Add((await reader.NextAsync())!.Value.Name);
            }
        }

        Assert.Equal(["deliveries", "changed", "deliveries", "deliveries", "changed", "deliveries"], names);
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_is_there()
    {
        await using var host = await DeliveryHost.StartAsync();
        using var reader = await OpenAsync(host, "");
        for (var i = 0; i < 15; i++)
        {
            await TickAsync(host);
        }

        Assert.Equal(("", "still here"), await reader.NextAsync());
    }

    [Fact]
    public async Task The_twenty_first_stream_is_refused_with_words()
    {
        await using var host = await DeliveryHost.StartAsync();
        var readers = new List<LiveReader>();
        for (var i = 0; i < 20; i++)
        {
            readers.Add(await OpenAsync(host, ""));
        }

        await host.RefusedAsync(HttpStatusCode.TooManyRequests, HttpMethod.Get, "live");
        using (var refused = await OpenAsync(host, "", accept: "text/event-stream", isOpen: false))
        {
            Assert.Equal(LiveStream.TooMany, await refused.NextAsync("end"));
            Assert.Null(await refused.NextAsync());
        }

        // Twenty streams of one filter ask once.
        Assert.Equal(1, Hub(host).Polls);
        readers.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task A_caller_who_is_no_longer_allowed_is_told_so_and_sees_nothing_more()
    {
        var check = new Allowed();
        await using var host = await DeliveryHost.StartAsync(more: services => services.AddSingleton<ICallerCheck>(check));
        using var reader = await OpenAsync(host, "");
        check.IsAllowed = false;
        for (var i = 0; i < 9; i++)
        {
            await TickAsync(host);
        }

        await host.AddAsync("{}");
        await TickAsync(host);
        Assert.Equal(("end", LiveStream.SignedOut), await reader.NextAsync());
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_no_stream()
    {
        await using var host = await DeliveryHost.StartAsync();
        using var reader = await OpenAsync(host, "");
        // The clock stands still: nothing here ends by a time that is over.
        await host.Host.App.StopAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task Nothing_is_read_while_no_stream_is_open()
    {
        var counted = new CountedOperations();
        var time = new TestClock();
        var hub = new LiveHub(counted, null, time);
        Assert.True(hub.TryOpen(new DeliveryFilter(), out var one));
        Assert.True(hub.TryOpen(new DeliveryFilter(), out var two));
        await one.Started;
        Assert.Equal(1, counted.Searches);
        Assert.Equal(Second, await time.NextWaitAsync());
        time.Advance(Second);
        Assert.Equal(Second, await time.NextWaitAsync());
        Assert.Equal(2, counted.Searches);
        one.Dispose();
        two.Dispose();
        Assert.Equal(0, hub.Polls);
        time.Advance(Second);
        Assert.Equal(2, counted.Searches);
        Assert.True(time.IsQuiet);
    }

    [Fact]
    public async Task A_reader_that_does_not_take_what_is_written_is_dropped_after_ten_seconds()
    {
        await using var host = await DeliveryHost.StartAsync();
        var time = new TestClock();
        var hub = new LiveHub(null, null, time);
        Assert.True(hub.TryOpen(new DeliveryFilter(), out var subscription));
        var connection = new StuckConnection();
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        http.Response.Body = connection;
        var stream = new LiveStream(http, host.Host.App.Services.GetRequiredService<BulkRuns>(), new Allowed(), time);
        var running = stream.RunAsync(subscription, Token);
        await time.UntilWaitedForAsync(TimeSpan.FromSeconds(10));
        Assert.False(connection.IsAborted);
        time.Advance(TimeSpan.FromSeconds(10));
        await running;
        Assert.True(connection.IsAborted);
        subscription.Dispose();
    }

    [Fact]
    public async Task A_store_that_comes_back_has_the_page_loaded_anew()
    {
        var counted = new CountedOperations();
        var look = new LiveLook(new DeliveryFilter(), counted, null);
        Assert.False((await look.NextAsync(Token)).IsChanged);
        counted.Error = new InboxUnavailableException();
        Assert.True((await look.NextAsync(Token)).IsChanged);
        counted.Error = null;
        counted.Rows =
        [
            new InboxSummary
            {
                Id = 1,
                Plugin = "a.b",
                Endpoint = "/c",
                State = InboxState.Ready,
                ReceivedAt = default,
            },
        ];
        Assert.Single((await look.NextAsync(Token)).Rows);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_used_is_refused()
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, "live?state=broken");
    }

    private static LiveHub Hub(DeliveryHost host) => host.Host.App.Services.GetRequiredService<LiveHub>();

    private static IReadOnlyList<DeliveryRow> Rows(string json) =>
        JsonSerializer.Deserialize(json, ManagementJson.Default.IReadOnlyListDeliveryRow)!;

    private static async Task<LiveReader> OpenAsync(DeliveryHost host, string query, string? accept = null, bool isOpen = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"live{query}");
        request.Headers.Add("X-Role", "Read");
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        var reader = new LiveReader(await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token));
        Assert.Equal(HttpStatusCode.OK, reader.Answer.StatusCode);
        if (isOpen)
        {
            Assert.Equal(("", "open"), await reader.NextAsync());
        }

        return reader;
    }

    /// <summary>Lets a second pass once the poll waits for it.</summary>
    private static async Task TickAsync(DeliveryHost host)
    {
        while (await host.Time.NextWaitAsync() != Second) { }

        host.Time.Advance(Second);
    }

    private sealed class Allowed : ICallerCheck
    {
        public bool IsAllowed { get; set; } = true;

        public bool IsStillAllowed(HttpContext http) => IsAllowed;
    }
}
