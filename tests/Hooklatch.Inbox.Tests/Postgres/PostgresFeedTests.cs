using Hooklatch.Postgres;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>A reader that goes on in the order of the ids skips nothing that is committed later with a smaller one.</summary>
public sealed class PostgresFeedTests : PostgresStoreTests
{
    [Fact]
    public async Task A_page_ends_before_what_an_open_transaction_may_still_commit()
    {
        var fixture = await OpenAsync();
        var first = (await fixture.Store.AcceptAsync(Item(), false, Ended)).Id;
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        var open = await EnqueueInAsync(fixture, transaction);
        var later = (await fixture.Store.AcceptAsync(Item(), false, Ended)).Id;
        Assert.True(later > open);

        var page = await fixture.Store.SearchAsync(new() { After = 0 }, Ended);
        Assert.Equal([first], Ids(page));
        Assert.Equal(first, page.Next);
        Assert.Equal([later, first], Ids(await fixture.Store.SearchAsync(new(), Ended)));
        var waiting = await fixture.Store.SearchAsync(new() { After = first }, Ended);
        Assert.Empty(Ids(waiting));
        Assert.Null(waiting.Next);

        await transaction.CommitAsync(Ended);
        page = await fixture.Store.SearchAsync(new() { After = first }, Ended);
        Assert.Equal([open, later], Ids(page));
        Assert.Equal(later, page.Next);
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_holds_nothing_back()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        var transaction = await connection.BeginTransactionAsync(Ended);
        await EnqueueInAsync(fixture, transaction);
        var later = (await fixture.Store.AcceptAsync(Item(), false, Ended)).Id;
        Assert.Empty(Ids(await fixture.Store.SearchAsync(new() { After = 0 }, Ended)));

        await transaction.DisposeAsync();

        Assert.Equal([later], Ids(await fixture.Store.SearchAsync(new() { After = 0 }, Ended)));
    }

    [Fact]
    public async Task A_transaction_that_stores_many_takes_one_lock_for_it()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        for (var number = 0; number < 5; number++)
        {
            await EnqueueInAsync(fixture, transaction);
        }

        await using var command = new NpgsqlCommand(
            "select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'advisory' and objsubid = 2",
            connection
        );
        Assert.Equal(1L, await command.ExecuteScalarAsync(Ended));
    }

    [Fact]
    public async Task What_is_enqueued_again_after_a_savepoint_was_rolled_back_holds_pages_back_too()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        await transaction.SaveAsync("before", Ended);
        await EnqueueInAsync(fixture, transaction);
        await transaction.RollbackAsync("before", Ended);
        var open = await EnqueueInAsync(fixture, transaction);
        var later = (await fixture.Store.AcceptAsync(Item(), false, Ended)).Id;

        Assert.Empty(Ids(await fixture.Store.SearchAsync(new() { After = 0 }, Ended)));
        await transaction.CommitAsync(Ended);
        Assert.Equal([open, later], Ids(await fixture.Store.SearchAsync(new() { After = 0 }, Ended)));
    }

    [Fact]
    public async Task A_reader_beside_two_hosts_that_write_gets_everything_once_and_in_order()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        const int each = 400;
        var writers = new[] { fixture.Store, other }.SelectMany(store =>
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteAsync(store, each)))
        );
        var writing = Task.WhenAll(writers);
        var read = new List<long>();
        for (var (after, isOver) = (0L, false); ; )
        {
            var page = await fixture.Store.SearchAsync(new() { After = after, Size = 100 }, Ended);
            read.AddRange(Ids(page));
            after = page.Next ?? after;
            if (page.Next is null && isOver)
            {
                break;
            }

            isOver = writing.IsCompleted;
        }

        var written = (await writing).SelectMany(ids => ids).Order().ToArray();
        Assert.Equal(8 * each, written.Length);
        Assert.Equal(written, read);
    }

    private static async Task<List<long>> WriteAsync(IInboxStore store, int count)
    {
        var ids = new List<long>();
        for (var number = 0; number < count; number++)
        {
            ids.Add((await store.AcceptAsync(Item(), false, Ended)).Id);
        }

        return ids;
    }

    private static async Task<long> EnqueueInAsync(PostgresStoreFixture fixture, NpgsqlTransaction transaction)
    {
        using var _ = new PostgresInbox(fixture.Postgres).EnqueueIn(transaction);
        return (await fixture.Store.AcceptAsync(Item(endpoint: "Shrink"), false, Ended)).Id;
    }

    private static long[] Ids(InboxPage page) => [.. page.Deliveries.Select(summary => summary.Id)];

    private static async Task<NpgsqlConnection> ConnectAsync(PostgresStoreFixture fixture)
    {
        var connection = new NpgsqlConnection(fixture.Cluster.ConnectionString);
        await connection.OpenAsync(Ended);
        return connection;
    }
}
