using Hooklatch.Inbox.Running;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>Dead deliveries that anybody may have sent do not pile up.</summary>
public sealed class UnverifiedTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Beyond_a_thousand_the_oldest_are_put_aside()
    {
        await using var host = await QueueHost.StartAsync();
        for (var i = 0; i < UnverifiedSweeper.MaxDead + 3; i++)
        {
            await DieAsync(host, "/typed");
        }

        await host.Time.UntilWaitedForAsync(Interval);
        host.Time.Advance(Interval);
        long[] aside =
        [
            await host.Store.NextDismissalAsync(),
            await host.Store.NextDismissalAsync(),
            await host.Store.NextDismissalAsync(),
        ];

        Assert.Equal([1L, 2, 3], aside.Order());
        var depth = (await host.Operations.GetDepthAsync(TestContext.Current.CancellationToken)).Single(one => one.Endpoint == "/typed");
        Assert.Equal(UnverifiedSweeper.MaxDead, depth.Dead);
    }

    [Fact]
    public async Task After_a_day_they_are_put_aside_and_what_was_verified_is_not()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1", """{"ref":5}"""));
        await host.Store.NextEndAsync();
        await DieAsync(host, "/typed");

        await host.Time.UntilWaitedForAsync(Interval);
        host.Time.Advance(UnverifiedSweeper.MaxAge + Interval);
        Assert.Equal(2, await host.Store.NextDismissalAsync());

        Assert.Equal([InboxState.Dead, InboxState.Dismissed], (await host.StoredAsync()).Select(one => one.State));
    }

    [Fact]
    public async Task Of_one_path_only_what_nobody_verified_is_put_aside()
    {
        await using var host = await QueueHost.StartAsync(does: (_, _) => throw new PermanentFailureException("no"));
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1", "{}", "/shared"));
        await host.Store.NextEndAsync();
        await host.AcceptedAsync(host.SendAsync(HttpMethod.Put, "/shared", "{}"));
        await host.Store.NextEndAsync();

        await host.Time.UntilWaitedForAsync(Interval);
        host.Time.Advance(UnverifiedSweeper.MaxAge + Interval);
        Assert.Equal(2, await host.Store.NextDismissalAsync());

        Assert.Equal([InboxState.Dead, InboxState.Dismissed], (await host.StoredAsync()).Select(one => one.State));
    }

    private static async Task DieAsync(QueueHost host, string endpoint)
    {
        await host.AcceptedAsync(host.PostAsync(endpoint, """{"id":"none"}"""));
        Assert.Equal(InboxState.Dead, (await host.Store.NextEndAsync()).Result.State);
    }
}
