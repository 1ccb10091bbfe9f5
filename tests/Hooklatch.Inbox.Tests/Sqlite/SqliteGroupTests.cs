using Hooklatch.Sqlite.Engine;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteGroupTests : SqliteStoreTests
{
    [Fact]
    public async Task What_waits_is_committed_together()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        var before = gate.Commits;

        var first = await HoldAsync(fixture, gate);
        var others = AcceptMany(fixture, 200);
        gate.Open();
        var accepted = await Task.WhenAll([first, .. others]);

        Assert.Equal(2, gate.Commits - before);
        Assert.Equal(201, accepted.Select(each => each.Id).Distinct().Count());
    }

    [Fact]
    public async Task One_that_fails_takes_nothing_else_with_it()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);

        var first = await HoldAsync(fixture, gate);
        var before = AcceptMany(fixture, 5);
        var wrong = fixture.Store.AcceptAsync(Item(endpoint: null!), claim: false, Ended).AsTask();
        var after = AcceptMany(fixture, 5);
        gate.Open();
        var accepted = await Task.WhenAll([.. before, first, .. after]);
        await Assert.ThrowsAsync<InboxUnavailableException>(() => wrong);

        Assert.Equal(11, accepted.Select(each => each.Id).Distinct().Count());
        Assert.Equal(11, (await fixture.Store.SearchAsync(new() { Size = 100 }, Ended)).Deliveries.Count);
        Assert.Equal(11, Assert.Single(await fixture.Store.GetDepthAsync(Ended)).Ready);
    }

    [Fact]
    public async Task Where_too_much_waits_the_next_is_refused_at_once()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);

        var claimed = await fixture.Store.AcceptAsync(Item(identity: 9), claim: true, Ended);
        var first = await HoldAsync(fixture, gate);
        var work = Assert.IsType<InboxWork>(claimed.Work);
        var waiting = Enumerable.Range(0, Writer.MaxQueued).Select(_ => fixture.Store.GetDepthAsync(Ended).AsTask()).ToArray();
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(Item(), claim: false, Ended));

        // There are no more ends than claims.
        var ending = fixture.Store.EndAsync(work, InboxResult.Done(), Ended).AsTask();
        gate.Open();
        await first;
        await Task.WhenAll(waiting);
        Assert.True(await ending);
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
    }

    [Fact]
    public async Task Where_too_many_bytes_wait_the_next_is_refused_at_once()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        var item = Item() with { Body = new byte[1 << 20] };

        var first = await HoldAsync(fixture, gate);
        var waiting = Enumerable
            .Range(0, (int)(Writer.MaxQueuedBytes >> 20))
            .Select(_ => fixture.Store.AcceptAsync(item, claim: false, Ended).AsTask())
            .ToArray();
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await fixture.Store.AcceptAsync(item, claim: false, Ended));

        gate.Open();
        await first;
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_it_waits_has_asked_for_nothing()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        using var leaving = new CancellationTokenSource();

        var first = await HoldAsync(fixture, gate);
        var left = fixture.Store.AcceptAsync(Item("left"), claim: true, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.Open();
        await first;

        Assert.Equal((await first).Id, Assert.Single((await fixture.Store.SearchAsync(new(), Ended)).Deliveries).Id);
    }

    [Fact]
    public async Task What_was_claimed_for_a_caller_who_left_is_given_back()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        using var leaving = new CancellationTokenSource();

        var reached = gate.Close();
        var left = fixture.Store.AcceptAsync(Item(), claim: true, leaving.Token).AsTask();
        await reached;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        gate.Open();

        var depth = await fixture.Store.GetDepthAsync(Ended);
        while (depth is not [{ Ready: 1, Leased: 0 }])
        {
            depth = await fixture.Store.GetDepthAsync(Ended);
        }

        Assert.Equal(1, Assert.Single((await fixture.Store.ClaimAsync(All(), Ended)).Work).Attempt);
    }

    [Fact]
    public async Task A_caller_who_leaves_a_group_that_fails_before_its_turn_is_let_go()
    {
        var gate = new Gate();
        var fixture = await OpenAsync(gate.Hooks);
        using var leaving = new CancellationTokenSource();

        var first = await HoldAsync(fixture, gate);
        var wrong = fixture.Sqlite.Inbox.Writer.RunAsync<bool>(
            _ =>
            {
                leaving.Cancel();
                throw new InvalidOperationException("wrong");
            },
            Ended
        );
        var left = fixture.Store.AcceptAsync(Item("left"), claim: true, leaving.Token).AsTask();
        gate.Open();
        await first;

        await Assert.ThrowsAsync<InvalidOperationException>(() => wrong);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(TimeSpan.FromSeconds(20), Ended));
        Assert.Single((await fixture.Store.SearchAsync(new(), Ended)).Deliveries);
    }

    [Fact]
    public async Task Where_another_process_keeps_the_lock_a_group_waits_for_it_once()
    {
        var gate = new Gate();
        Database? other = null;
        var isTaken = false;
        var fixture = new SqliteStoreFixture(
            gate.Hooks with
            {
                AfterCommit = () =>
                {
                    if (other is not null && !isTaken)
                    {
                        isTaken = true;
                        other.Execute("begin immediate");
                    }
                },
            }
        )
        {
            BusyTimeout = TimeSpan.FromMilliseconds(200),
        };
        await using var _ = fixture;
        await fixture.OpenAsync();

        var first = await HoldAsync(fixture, gate);
        using var opened = Database.Open(fixture.Database, TimeSpan.FromSeconds(1));
        other = opened;
        var waiting = AcceptMany(fixture, 400);
        gate.Open();
        await first;

        // Alone, they would take 80 seconds.
        foreach (var each in waiting)
        {
            await Assert.ThrowsAsync<InboxUnavailableException>(() => each.WaitAsync(TimeSpan.FromSeconds(20), Ended));
        }

        opened.Execute("rollback");
        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
    }

    /// <summary>Has the writer stand before the commit of a delivery.</summary>
    private static async Task<Task<InboxAcceptance>> HoldAsync(SqliteStoreFixture fixture, Gate gate)
    {
        var reached = gate.Close();
        var first = fixture.Store.AcceptAsync(Item(), claim: false, Ended).AsTask();
        await reached;
        return first;
    }

    private static Task<InboxAcceptance>[] AcceptMany(SqliteStoreFixture fixture, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => fixture.Store.AcceptAsync(Item(), claim: false, Ended).AsTask())];
}
