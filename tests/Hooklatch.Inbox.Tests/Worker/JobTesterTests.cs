using Hooklatch.Inbox.Tests.Plugin;
using Hooklatch.Testing;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What a plugin's own tests use.</summary>
public sealed class JobTesterTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_enqueued_is_seen()
    {
        var (host, jobs) = await StartAsync();
        await using var _ = host;
        await host.Enqueue.EnqueueAsync(new Shrink("a", 1), new() { Delay = TimeSpan.FromMinutes(5) }, Ended);

        var job = Assert.Single(await jobs.EnqueuedAsync(cancellationToken: Ended));

        Assert.Equal(
            ("tests.queue", "Shrink", """{"image":"a","width":1}""", InboxState.Delayed),
            (job.Plugin, job.Name, job.Json, job.State)
        );
        Assert.Equal(host.Time.GetUtcNow() + TimeSpan.FromMinutes(5), job.DueAt);
    }

    [Fact]
    public async Task What_is_due_has_run_once_it_is_idle()
    {
        var (host, jobs) = await StartAsync();
        await using var _ = host;
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Enqueue.EnqueueAsync(new Shrink("now", 1), cancellationToken: Ended);
        await host.Enqueue.EnqueueAsync(new Shrink("later", 1), new() { Delay = TimeSpan.FromMinutes(5) }, Ended);

        await jobs.WhenIdleAsync(Ended);
        Assert.Equal("now", (await host.Jobs.NextAsync()).Text);
        Assert.Equal([InboxState.Done, InboxState.Delayed], (await jobs.EnqueuedAsync(cancellationToken: Ended)).Select(job => job.State));

        host.Time.Advance(TimeSpan.FromMinutes(5));
        await jobs.WhenIdleAsync(Ended);
        Assert.Equal("later", (await host.Jobs.NextAsync()).Text);
        Assert.All(await jobs.EnqueuedAsync(cancellationToken: Ended), job => Assert.Equal(InboxState.Done, job.State));
    }

    [Fact]
    public async Task A_clock_that_is_moved_a_little_is_enough()
    {
        var (host, jobs) = await StartAsync();
        await using var _ = host;
        await host.Enqueue.EnqueueAsync(new Shrink("soon", 1), new() { Delay = TimeSpan.FromSeconds(2) }, Ended);
        await jobs.WhenIdleAsync(Ended);

        host.Time.Advance(TimeSpan.FromSeconds(2));
        await jobs.WhenIdleAsync(Ended);

        Assert.Equal("soon", (await host.Jobs.NextAsync()).Text);
    }

    [Fact]
    public async Task A_clock_that_is_moved_moves_schedules()
    {
        var (host, jobs) = await StartAsync(new DateTimeOffset(2025, 1, 1, 0, 30, 0, TimeSpan.Zero));
        await using var _ = host;
        await jobs.WhenIdleAsync(Ended);

        host.Time.Advance(TimeSpan.FromHours(1));
        await jobs.WhenIdleAsync(Ended);

        Assert.Equal("hourly", (await host.Jobs.NextAsync()).Text);
    }

    private static async Task<(QueueHost Host, JobTester Jobs)> StartAsync(DateTimeOffset? at = null)
    {
        var store = new InMemoryInboxStore();
        var host = await QueueHost.StartAsync(new ObservedStore(store), at is { } start ? new TestClock(start) : null);
        return (host, new JobTester(host.App.Services, store));
    }
}
