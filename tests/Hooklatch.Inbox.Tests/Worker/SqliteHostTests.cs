using Hooklatch.Sqlite;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>The worker on the store that hosts have.</summary>
public sealed class SqliteHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_that_stops_gives_back_all_that_still_runs()
    {
        var time = new TestClock();
        var never = new TaskCompletionSource();
        await using (var inner = Open())
        {
            await using var host = await QueueHost.StartAsync(
                new ObservedStore(inner),
                time,
                (_, _) => never.Task,
                settings: ("Hooklatch:Inbox:CommitTimeout", "00:00:03")
            );
            await host.AcceptedAsync(host.PostAsync("/plain", "1"));
            await host.AcceptedAsync(host.PostAsync("/plain", "2"));
            await host.Script.NextAsync();
            await host.Script.NextAsync();
            var stopping = host.StopAsync();
            await time.UntilWaitedForAsync(TimeSpan.FromSeconds(20));
            time.Advance(TimeSpan.FromSeconds(20));
            // Handlers are told, and have a while to notice.
            await time.UntilWaitedForAsync(TimeSpan.FromSeconds(2));
            time.Advance(TimeSpan.FromSeconds(2));
            await stopping;
        }

        await using var again = Open();
        await using var next = await QueueHost.StartAsync(new ObservedStore(again), time);
        var (one, other) = (await next.Script.NextAsync(), await next.Script.NextAsync());
        Assert.Equal(["1", "2"], new[] { one.Body, other.Body }.Order());
        Assert.Equal((1, 1), (one.Attempt, other.Attempt));
        Assert.Empty(next.Log.Named("InboxSuspects"));
        never.SetResult();
    }

    private SqliteInboxStore Open() => new(Options.Create(new SqliteInboxOptions { File = _folder.PathOf("inbox.db") }));
}
