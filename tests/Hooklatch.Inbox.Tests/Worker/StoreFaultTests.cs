using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A store that fails is never a 2xx, and comes back without anybody's help.</summary>
public sealed class StoreFaultTests
{
    [Fact]
    public async Task While_the_store_cannot_be_used_senders_are_told_to_come_again()
    {
        await using var host = await QueueHost.StartAsync();
        host.Store.Error = new InboxUnavailableException("the disk is full");

        var answer = await host.PostAsync("/plain");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
        Assert.DoesNotContain(
            "disk",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HealthStatus.Unhealthy, await ReadyAsync(host));
        Assert.Contains("cannot be used", (await host.Log.FirstAsync("InboxUnavailable")).Message, StringComparison.Ordinal);

        host.Store.Error = null;
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.Log.FirstAsync("InboxBack");
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Script.NextAsync();
        Assert.Equal(HealthStatus.Healthy, await ReadyAsync(host));
    }

    [Fact]
    public async Task What_is_not_confirmed_in_time_is_no_2xx_although_it_may_run()
    {
        var confirmed = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync();
        host.Store.AcceptsAfter = confirmed.Task;

        var sending = host.PostGitHubAsync("push", "id-1");
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(2));
        host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);

        confirmed.SetResult();
        Assert.Equal("id-1", (await host.Script.NextAsync()).DeliveryId);
        await host.Store.NextEndAsync();
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1"));
        Assert.True(host.Script.IsQuiet);
    }

    [Fact]
    public async Task How_a_delivery_ended_is_written_down_once_the_store_is_back()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(does: (_, _) => goOn.Task);
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Script.NextAsync();

        host.Store.Error = new InboxUnavailableException("gone");
        goOn.SetResult();
        await host.Time.UntilWaitedForAsync(TimeSpan.FromMilliseconds(100));
        host.Store.Error = null;
        host.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
        Assert.True(host.Script.IsQuiet);
    }

    [Fact]
    public async Task A_delivery_that_is_damaged_is_dead_and_holds_nobody_up()
    {
        await using var host = await QueueHost.StartAsync();
        await host.Operations.PauseAsync("tests.queue", "/plain", TestContext.Current.CancellationToken);
        await host.AcceptedAsync(host.PostAsync("/plain"));
        host.Store.Damage = new InvalidDataException("A piece of the body is missing.");

        await host.Operations.ResumeAsync("tests.queue", "/plain", TestContext.Current.CancellationToken);

        var (_, result) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Dead, "A piece of the body is missing."), (result.State, result.Error));
        Assert.True(host.Script.IsQuiet);
    }

    [Fact]
    public async Task A_full_inbox_takes_nothing_more_and_goes_on_with_what_it_has()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(does: (_, _) => goOn.Task, settings: ("Hooklatch:Inbox:MaxDepth", "8"));
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.AcceptedAsync(host.PostAsync("/plain"));

        var answer = await host.PostAsync("/plain");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
        // An endpoint has a quarter: its neighbour is not held up.
        await host.AcceptedAsync(host.PostAsync("/one"));

        goOn.SetResult();
        await host.Store.NextEndAsync();
        await host.Store.NextEndAsync();
        await host.Store.NextEndAsync();
        await host.AcceptedAsync(host.PostAsync("/plain"));
    }

    private static async Task<HealthStatus> ReadyAsync(QueueHost host) =>
        (
            await host
                .App.Services.GetRequiredService<HealthCheckService>()
                .CheckHealthAsync(check => check.Name == "hooklatch_inbox", TestContext.Current.CancellationToken)
        ).Status;
}
