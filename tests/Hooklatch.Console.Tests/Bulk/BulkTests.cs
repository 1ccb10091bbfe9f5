using System.Net;
using System.Text.Json;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Bulk;

/// <summary>One action on many deliveries.</summary>
public sealed class BulkTests
{
    private const string Dead = "\"filter\":{\"state\":\"dead\"}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_preview_counts_what_the_action_would_act_on(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        await AddDeadAsync(host, 12);
        await host.AddAsync(host.Item("{}"u8.ToArray()), InboxResult.Done);

        var preview = await host.PostAsync<BulkPreview>("bulk/preview", """{"action":"requeue","filter":{}}""");
        Assert.Equal((12, false, 10), (preview.Count, preview.IsMore, preview.Examples.Count));
        Assert.Equal(13, (await host.PostAsync<BulkPreview>("bulk/preview", """{"action":"replay","filter":{}}""")).Count);
        Assert.Equal(12, (await host.PostAsync<BulkPreview>("bulk/preview", $$"""{"action":"erase",{{Dead}}}""")).Count);
    }

    [Theory]
    [InlineData(StoreKind.Memory, "requeue", "ready")]
    [InlineData(StoreKind.Sqlite, "requeue", "ready")]
    [InlineData(StoreKind.Memory, "dismiss", "dismissed")]
    [InlineData(StoreKind.Memory, "erase", null)]
    [InlineData(StoreKind.Sqlite, "erase", null)]
    [InlineData(StoreKind.Memory, "replay", "dead")]
    public async Task It_acts_on_all_that_are_found_and_its_start_and_end_are_written_down(StoreKind store, string action, string? state)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var ids = await AddDeadAsync(host, 3);
        var other = await host.AddAsync("{}");

        var run = await StartAsync(host, $$"""{"action":"{{action}}",{{Dead}},"expected":3}""");
        Assert.Equal(("running", 3L, "tester"), (run.State, run.Total, run.By));
        run = await EndOfAsync(host, run.Id);
        Assert.Equal(("done", 3L, 0L), (run.State, run.Done, run.Skipped));
        var rows = (await host.GetAsync<DeliveryPage>("deliveries")).Deliveries.ToDictionary(row => row.Id, row => row.State);
        Assert.Equal("ready", rows[other]);
        Assert.All(ids, id => Assert.Equal(state, rows.GetValueOrDefault(id)));
        Assert.Equal(
            action is "replay" ? 7
                : action is "erase" ? 1
                : 4,
            rows.Count
        );
        Assert.Equal([$"bulk {action}", $"bulk {action} ended"], host.Audit.Select(row => row.Action));
        Assert.Equal("3 found by state dead, 50 a second", host.Audit.First().Detail);
        Assert.Equal("done: 3 done, 0 skipped, 3 found", host.Audit.Last().Detail);
    }

    [Fact]
    public async Task Where_more_are_found_than_the_preview_had_counted_nothing_is_done()
    {
        await using var host = await DeliveryHost.StartAsync();
        await AddDeadAsync(host, 3);
        var problem = await host.RefusedAsync(
            HttpStatusCode.Conflict,
            HttpMethod.Post,
            "bulk",
            $$"""{"action":"erase",{{Dead}},"expected":2}"""
        );
        Assert.Contains("3", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(3, (await host.GetAsync<DeliveryPage>("deliveries")).Deliveries.Count);
        Assert.Empty(host.Audit);
        Assert.Empty(await host.GetAsync<IReadOnlyList<BulkRun>>("bulk", ConsoleRole.Read));
    }

    [Fact]
    public async Task It_acts_on_no_more_in_a_second_than_was_asked_for_and_can_be_cancelled()
    {
        await using var host = await DeliveryHost.StartAsync();
        await AddDeadAsync(host, 5);
        var run = await StartAsync(host, $$"""{"action":"requeue",{{Dead}},"perSecond":2}""");
        await WaitedAsync(host);
        Assert.Equal(2, (await RunAsync(host, run.Id)).Done);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await WaitedAsync(host);
        Assert.Equal(4, (await RunAsync(host, run.Id)).Done);

        using var answer = await host.SendAsync(HttpMethod.Delete, $"bulk/{run.Id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var ended = await RunAsync(host, run.Id);
        Assert.Equal(("cancelled", 4L), (ended.State, ended.Done));
        Assert.NotNull(ended.EndedAt);
        Assert.Single((await host.GetAsync<DeliveryPage>("deliveries?state=dead")).Deliveries);
        Assert.Equal("cancelled: 4 done, 0 skipped, 5 found", host.Audit.Last().Detail);
        await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Delete, $"bulk/{run.Id}");
    }

    [Fact]
    public async Task What_has_changed_meanwhile_is_left_alone()
    {
        await using var host = await DeliveryHost.StartAsync();
        var ids = await AddDeadAsync(host, 3);
        var run = await StartAsync(host, $$"""{"action":"requeue",{{Dead}},"perSecond":1}""");
        await WaitedAsync(host);
        // The newest was first; somebody puts the next one aside.
        Assert.True(await host.Store.DismissAsync(ids[1], Token));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await WaitedAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        run = await EndOfAsync(host, run.Id);
        Assert.Equal((2L, 1L), (run.Done, run.Skipped));
        Assert.Equal("dismissed", (await host.GetAsync<DeliveryView>($"deliveries/{ids[1]}")).Row.State);
    }

    [Fact]
    public async Task Only_four_run_at_once_and_the_last_twenty_are_kept()
    {
        await using var host = await DeliveryHost.StartAsync();
        await AddDeadAsync(host, 9);
        for (var i = 0; i < 17; i++)
        {
            await EndOfAsync(host, (await StartAsync(host, """{"action":"replay","filter":{"event":"none"}}""")).Id);
        }

        var running = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            running.Add((await StartAsync(host, $$"""{"action":"replay",{{Dead}},"perSecond":1}""")).Id);
        }

        await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, "bulk", $$"""{"action":"replay",{{Dead}}}""");
        var runs = await host.GetAsync<IReadOnlyList<BulkRun>>("bulk");
        Assert.Equal(20, runs.Count);
        Assert.Equal(running.AsEnumerable().Reverse(), runs.Take(4).Select(run => run.Id));
    }

    [Theory]
    [InlineData("""{"filter":{}}""", "")]
    [InlineData("""{"action":"cancel","filter":{}}""", "action")]
    [InlineData("""{"action":"erase","filter":{}}""", "filter")]
    [InlineData("""{"action":"replay","filter":{},"perSecond":1001}""", "perSecond")]
    [InlineData("""{"action":"replay","filter":{},"perSecond":-1}""", "perSecond")]
    [InlineData("""{"action":"replay","filter":{},"expected":-1}""", "expected")]
    [InlineData("""{"action":"replay","filter":{"state":"broken"}}""", "state")]
    [InlineData("""{"action":"erase","filter":{"plugin":"a.b","evnt":"x"}}""", "evnt")]
    public async Task A_request_that_cannot_be_used_is_refused(string json, string name)
    {
        await using var host = await DeliveryHost.StartAsync();
        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, "bulk", json);
        Assert.Contains(name, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_cannot_be_cancelled()
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Delete, "bulk/none");
    }

    internal static async Task<List<long>> AddDeadAsync(DeliveryHost host, int count)
    {
        var ids = new List<long>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await host.AddAsync(host.Item("{}"u8.ToArray()), () => InboxResult.Dead("Broken", "It broke", "0123456789abcdef")));
        }

        return ids;
    }

    private static Task<BulkRun> StartAsync(DeliveryHost host, string json) =>
        host.PostAsync<BulkRun>("bulk", json, HttpStatusCode.Accepted);

    private static async Task<BulkRun> RunAsync(DeliveryHost host, string id) =>
        (await host.GetAsync<IReadOnlyList<BulkRun>>("bulk")).Single(run => run.Id == id);

    /// <summary>Completes once a run waits for the next second; other parts of the host wait for other times.</summary>
    private static async Task WaitedAsync(DeliveryHost host)
    {
        while (await host.Time.NextWaitAsync() != TimeSpan.FromSeconds(1)) { }
    }

    /// <summary>The run once it has ended, which is the last thing that is written down.</summary>
    private static async Task<BulkRun> EndOfAsync(DeliveryHost host, string id)
    {
        while (true)
        {
            if (await RunAsync(host, id) is { State: not "running" } run)
            {
                return run;
            }
        }
    }
}
