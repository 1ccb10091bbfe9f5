using System.Net;
using Hooklatch.Inbox.Tests.Plugin;
using Hooklatch.Inbox.Tests.Worker;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>The worker of a host on PostgreSQL.</summary>
public sealed class PostgresWorkerTests : PostgresStoreTests
{
    [Fact]
    public async Task A_queued_webhook_is_answered_and_runs()
    {
        await using var host = await StartAsync();

        var answer = await host.PostAsync("/plain?text=t", "body", ("X-Text", "h"));
        var call = await host.Script.NextAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(("body", "h", "t", 1, false), (call.Body, call.Header, call.Text, call.Attempt, call.IsReplay));
        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
        Assert.Equal(InboxState.Done, Assert.Single(await host.StoredAsync()).State);
    }

    [Fact]
    public async Task A_job_runs_and_its_result_is_kept()
    {
        await using var host = await StartAsync();

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a.png", 640), cancellationToken: Ended);

        var call = await host.Jobs.NextAsync();
        Assert.Equal(("a.png", enqueued.Id, 1), (call.Text, call.Id, call.Attempt));
        await host.Store.NextEndAsync();
        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Done, 1), (status!.State, status.Attempts));
        Assert.Equal("""{"bytes":640}""", status.Result!.Value.GetRawText());
    }

    private async Task<QueueHost> StartAsync()
    {
        var time = new TestClock();
        var fixture = Own(new PostgresStoreFixture { Time = time });
        return await QueueHost.StartAsync(new ObservedStore(await fixture.CreateAsync()), time);
    }
}
