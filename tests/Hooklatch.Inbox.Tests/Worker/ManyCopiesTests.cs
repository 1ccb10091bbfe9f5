using System.Net;
using Hooklatch.Sqlite;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A provider that repeats a delivery while nobody has answered the first one, on the store that hosts have.</summary>
public sealed class ManyCopiesTests : IDisposable
{
    private const int Copies = 1000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thousand_copies_at_once_are_one_row_and_one_run_also_after_a_restart()
    {
        var time = new TestClock();
        await using (var store = Open())
        {
            await using var host = await QueueHost.StartAsync(new ObservedStore(store), time);
            Assert.Equal([HttpStatusCode.Accepted], await SendAsync(host));
            Assert.Equal("id-1", (await host.Script.NextAsync()).DeliveryId);
            Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
            Assert.True(host.Script.IsQuiet);
        }

        await using var again = Open();
        await using var next = await QueueHost.StartAsync(new ObservedStore(again), time);
        Assert.Equal([HttpStatusCode.Accepted], await SendAsync(next));
        var row = Assert.Single(await next.StoredAsync());
        Assert.Equal((InboxState.Done, 1), (row.State, row.Attempts));
        Assert.True(next.Script.IsQuiet);
    }

    /// <summary>Sends all copies at once.</summary>
    /// <returns>The statuses that came back.</returns>
    private static async Task<HttpStatusCode[]> SendAsync(QueueHost host)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => Task.Run(() => host.PostGitHubAsync("push", "id-1"))));
        var statuses = answers.Select(answer => answer.StatusCode).ToArray();
        Assert.Equal(Copies, statuses.Length);
        Array.ForEach(answers, answer => answer.Dispose());
        return [.. statuses.Distinct()];
    }

    private SqliteInboxStore Open() => new(Options.Create(new SqliteInboxOptions { File = _folder.PathOf("inbox.db") }));
}
