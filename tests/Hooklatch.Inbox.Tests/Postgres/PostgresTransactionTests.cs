using Hooklatch.Postgres;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>What a handler does in a transaction of its own.</summary>
public sealed class PostgresTransactionTests : PostgresStoreTests
{
    [Fact]
    public async Task A_key_that_an_open_transaction_holds_makes_nothing_wait_that_has_another_one()
    {
        var fixture = await OpenAsync();
        var running = (await fixture.Store.AcceptAsync(Item(key: "held"), claim: true, Ended)).Work!;
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        using (new PostgresInbox(fixture.Postgres).EnqueueIn(transaction))
        {
            await fixture.Store.AcceptAsync(Item(key: "held"), claim: false, Ended);
        }

        var waiting = fixture.Store.AcceptAsync(Item(key: "held"), claim: true, Ended).AsTask();
        var ending = fixture.Store.EndAsync(running, InboxResult.Done(), Ended).AsTask();
        for (var number = 0; number < 20; number++)
        {
            var work = (await fixture.Store.AcceptAsync(Item(key: $"{number}"), claim: true, Ended)).Work!;
            Assert.True(await fixture.Store.EndAsync(work, InboxResult.Done(), Ended));
        }

        Assert.False(waiting.IsCompleted || ending.IsCompleted);
        await transaction.CommitAsync(Ended);
        Assert.True(await ending);
        Assert.Equal(InboxAcceptanceKind.Accepted, (await waiting).Kind);
        Assert.Equal(InboxState.Waiting, await StateAsync(fixture.Store, (await waiting).Id));
    }

    [Fact]
    public async Task What_is_enqueued_in_a_transaction_exists_when_that_is_committed()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        var inbox = new PostgresInbox(fixture.Postgres);

        InboxAcceptance accepted;
        using (inbox.EnqueueIn(transaction))
        {
            accepted = await fixture.Store.AcceptAsync(Item(), claim: true, Ended);
        }

        Assert.Null(accepted.Work);
        Assert.Null(await fixture.Store.FindAsync(accepted.Id, Ended));
        var later = await fixture.Store.AcceptAsync(Item(), false, Ended);
        Assert.Equal([later.Id], (await fixture.Store.ClaimAsync(All(), Ended)).Work.Select(work => work.Id));

        await transaction.CommitAsync(Ended);
        Assert.Equal([accepted.Id], (await fixture.Store.ClaimAsync(All(), Ended)).Work.Select(work => work.Id));
    }

    [Fact]
    public async Task What_is_enqueued_in_a_transaction_that_is_rolled_back_never_was()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using (var transaction = await connection.BeginTransactionAsync(Ended))
        {
            using var _ = new PostgresInbox(fixture.Postgres).EnqueueIn(transaction);
            await fixture.Store.AcceptAsync(Item(identity: 1), false, Ended);
        }

        Assert.Empty((await fixture.Store.SearchAsync(new(), Ended)).Deliveries);
        Assert.Empty(await fixture.Store.GetDepthAsync(Ended));
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(identity: 1), false, Ended)).Kind);
    }

    [Fact]
    public async Task A_delivery_that_is_completed_in_its_handlers_transaction_is_done_with_it_and_stays_so_whatever_the_handler_does_then()
    {
        var fixture = await OpenAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.MarkStartedAsync(work, isAlone: false, Ended);
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);

        await new PostgresInbox(fixture.Postgres).CompleteAsync(transaction, Ended);
        Assert.Equal(InboxState.Leased, await StateAsync(fixture.Store, work.Id));
        await transaction.CommitAsync(Ended);

        Assert.Equal(InboxState.Done, await StateAsync(fixture.Store, work.Id));
        await fixture.Postgres.Inbox.Host.WatchAsync(Ended);
        await fixture.Postgres.Inbox.Host.WatchAsync(Ended);
        Assert.Empty(fixture.Revoked);
        // It counts as held, since there is nothing to warn of.
        Assert.True(await fixture.Store.EndAsync(work, InboxResult.Dead("E", "after the commit", null), Ended));
        Assert.Equal(InboxState.Done, await StateAsync(fixture.Store, work.Id));
        Assert.Single((await fixture.Store.FindAsync(work.Id, Ended))!.Attempts);
    }

    [Fact]
    public async Task A_completion_that_is_rolled_back_never_was()
    {
        var fixture = await OpenAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.MarkStartedAsync(work, isAlone: false, Ended);
        await using var connection = await ConnectAsync(fixture);
        await using (var transaction = await connection.BeginTransactionAsync(Ended))
        {
            await new PostgresInbox(fixture.Postgres).CompleteAsync(transaction, Ended);
        }

        Assert.True(await fixture.Store.EndAsync(work, InboxResult.Retry(TimeSpan.FromMinutes(1), "E", "rolled back", null), Ended));
        Assert.Equal(InboxState.Delayed, await StateAsync(fixture.Store, work.Id));
    }

    [Fact]
    public async Task Who_lost_the_delivery_cannot_complete_it()
    {
        var fixture = await OpenAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.MarkStartedAsync(work, isAlone: false, Ended);
        await fixture.Store.DismissAsync(work.Id, Ended);
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new PostgresInbox(fixture.Postgres).CompleteAsync(transaction, Ended));
    }

    [Fact]
    public async Task Outside_of_a_handler_there_is_nothing_to_complete()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new PostgresInbox(fixture.Postgres).CompleteAsync(transaction, Ended));
    }

    [Fact]
    public async Task A_transaction_that_does_not_see_what_others_commit_is_refused()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Ended);
        var inbox = new PostgresInbox(fixture.Postgres);

        Assert.Throws<ArgumentException>(() => inbox.EnqueueIn(transaction));
        await Assert.ThrowsAsync<ArgumentException>(() => inbox.CompleteAsync(transaction, Ended));
    }

    [Fact]
    public async Task What_outlives_the_enqueueing_in_a_transaction_enqueues_by_itself()
    {
        var fixture = await OpenAsync();
        await using var connection = await ConnectAsync(fixture);
        await using var transaction = await connection.BeginTransactionAsync(Ended);
        var hasLeft = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<InboxAcceptance> EnqueueLaterAsync()
        {
            await hasLeft.Task;
            return await fixture.Store.AcceptAsync(Item(), false, Ended);
        }

        Task<InboxAcceptance> later;
        using (new PostgresInbox(fixture.Postgres).EnqueueIn(transaction))
        {
            later = EnqueueLaterAsync();
        }

        hasLeft.SetResult();
        Assert.NotNull(await fixture.Store.FindAsync((await later).Id, Ended));
    }

    private static async Task<NpgsqlConnection> ConnectAsync(PostgresStoreFixture fixture)
    {
        var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        return connection;
    }
}
