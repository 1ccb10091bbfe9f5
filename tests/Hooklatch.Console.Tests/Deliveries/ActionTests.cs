using System.Net;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Deliveries;

/// <summary>What is done with one delivery.</summary>
public sealed class ActionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Each_action_does_what_it_says_and_is_written_down_with_who(StoreKind store)
    {
        await using var host = await DeliveryHost.StartAsync(store);
        var id = await host.AddAsync(host.Item("{}"u8.ToArray()), Dead);

        var replayed = await host.PostAsync<ActionResult>($"deliveries/{id}/replay");
        Assert.True(replayed is { Done: true, Id: > 0 });
        Assert.Equal(id, (await host.GetAsync<DeliveryView>($"deliveries/{replayed.Id}")).Row.ReplayOf);

        Assert.True((await host.PostAsync<ActionResult>($"deliveries/{id}/requeue")).Done);
        Assert.Equal("ready", await StateAsync(host, id));
        Assert.True((await host.PostAsync<ActionResult>($"deliveries/{id}/dismiss")).Done);
        Assert.Equal("dismissed", await StateAsync(host, id));

        var job = await host.AddAsync("{}", endpoint: "Shrink");
        Assert.Equal(["replay", "cancel", "erase"], (await host.GetAsync<DeliveryView>($"deliveries/{job}")).Actions);
        Assert.True((await host.PostAsync<ActionResult>($"deliveries/{job}/cancel")).Done);
        Assert.Equal("dismissed", await StateAsync(host, job));

        Assert.True((await host.PostAsync<ActionResult>($"deliveries/{id}/erase")).Done);
        await host.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"deliveries/{id}");

        Assert.Equal(["replay", "requeue", "dismiss", "cancel", "erase"], host.Audit.Select(row => row.Action));
        Assert.All(host.Audit, row => Assert.Equal("tester", row.Who));
        Assert.Equal($"delivery {id}", host.Audit.First().Target);
        Assert.Equal("tests.idle/idle", host.Audit.First().Detail);
    }

    [Theory]
    [InlineData("requeue")]
    [InlineData("dismiss")]
    [InlineData("cancel")]
    public async Task What_the_state_does_not_allow_is_refused_with_the_state(string action)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item("{}"u8.ToArray(), endpoint: "Shrink"), InboxResult.Done);
        var problem = await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, $"deliveries/{id}/{action}");
        Assert.Contains("done", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_is_not_cancelled_as_a_job_is()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync("{}");
        await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, $"deliveries/{id}/cancel");
        Assert.Equal("ready", await StateAsync(host, id));
    }

    [Fact]
    public async Task A_replay_of_what_was_handled_is_left_out_where_that_was_asked_for()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item("{}"u8.ToArray()), InboxResult.Done);
        var result = await host.PostAsync<ActionResult>($"deliveries/{id}/replay", """{"onlyIfNotDone":true}""");
        Assert.False(result.Done);
        Assert.Null(result.Id);
        Assert.Single((await host.GetAsync<DeliveryPage>("deliveries")).Deliveries);
    }

    [Fact]
    public async Task What_was_handled_inline_is_not_replayed_and_the_answer_says_what_to_do()
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.Store.RecordAsync(
            host.Item("{}"u8.ToArray(), endpoint: "/inline") with
            {
                Plugin = "tests.console",
                Details = DeliveryHost.Details("application/json", "ConsoleHooks_OnInline", ""","inline":true"""),
            },
            InboxResult.Done(),
            Token
        );
        var id = (await host.GetAsync<DeliveryPage>("deliveries")).Deliveries.Single().Id;
        Assert.Equal(["erase"], (await host.GetAsync<DeliveryView>($"deliveries/{id}")).Actions);
        var problem = await host.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, $"deliveries/{id}/replay");
        Assert.Contains("inline", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("requeue")]
    [InlineData("dismiss")]
    [InlineData("cancel")]
    [InlineData("erase")]
    public async Task Nothing_is_done_with_what_is_not_there(string action)
    {
        await using var host = await DeliveryHost.StartAsync();
        await host.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Post, $"deliveries/99/{action}");
        Assert.Empty(host.Audit);
    }

    [Theory]
    [InlineData("""{"onlyIfNotDon":true}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public async Task A_body_that_says_something_else_is_refused(string json)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync("{}");
        await host.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"deliveries/{id}/replay", json);
        Assert.Empty(host.Audit);
    }

    internal static InboxResult Dead() => InboxResult.Dead("Broken", "It broke", "0123456789abcdef");

    private static async Task<string> StateAsync(DeliveryHost host, long id) =>
        (await host.GetAsync<DeliveryView>($"deliveries/{id}")).Row.State;
}
