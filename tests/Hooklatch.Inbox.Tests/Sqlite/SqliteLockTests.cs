using Hooklatch.Sqlite;
using Microsoft.Extensions.Options;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteLockTests : SqliteStoreTests
{
    [Fact]
    public async Task A_second_host_waits_30_seconds_and_names_the_first_one()
    {
        var first = await OpenAsync();
        await using var second = first.Create();

        var opening = second.OpenAsync(first.Context, Ended);
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromSeconds(29); waited += TimeSpan.FromSeconds(1))
        {
            await PassAsync(first);
            Assert.False(opening.IsCompleted);
        }

        while (!opening.IsCompleted)
        {
            await PassAsync(first);
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => opening);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", error.Message, StringComparison.Ordinal);
        Assert.Contains("for 30 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_host_opens_the_file_when_the_first_one_has_ended()
    {
        var first = await OpenAsync();
        var id = (await first.Store.AcceptAsync(Item(), claim: false, Ended)).Id;
        await using var second = first.Create();

        var opening = second.OpenAsync(first.Context, Ended);
        Assert.False(opening.IsCompleted);
        await first.Sqlite.DisposeAsync();
        while (!opening.IsCompleted)
        {
            await PassAsync(first);
        }

        await opening;
        Assert.NotNull(await second.ReadAsync(id, Ended));
    }

    [Fact]
    public async Task By_a_link_two_hosts_meet_at_one_lock()
    {
        var first = await OpenAsync();
        var link = Path.Combine(first.Directory, "link.db");
        File.CreateSymbolicLink(link, first.Database);
        await using var second = new SqliteInboxStore(Options.Create(new SqliteInboxOptions { File = link }));
        using var ending = new CancellationTokenSource();

        var opening = second.OpenAsync(first.Context, ending.Token);
        Assert.False(opening.IsCompleted);
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        Assert.False(File.Exists(link + ".lock"));
    }

    [Fact]
    public async Task The_wait_can_be_ended()
    {
        var first = await OpenAsync();
        await using var second = first.Create();
        using var ending = new CancellationTokenSource();

        var opening = second.OpenAsync(first.Context, ending.Token);
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task A_store_that_is_closed_or_was_never_opened_is_unavailable()
    {
        var fixture = await OpenAsync();
        var store = fixture.Sqlite;
        await store.DisposeAsync();

        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await store.AcceptAsync(Item(), claim: true, Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await store.ReadAsync(1, Ended));
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Create().GetDepthAsync(Ended));
    }

    private static async Task PassAsync(SqliteStoreFixture fixture)
    {
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        // What the clock woke runs on another thread.
        await Task.Yield();
    }
}
