using System.Collections.Concurrent;
using Hooklatch.Postgres.Hosts;
using Npgsql;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>Several hosts on one schema.</summary>
public sealed class PostgresHostsTests : PostgresStoreTests
{
    [Fact]
    public async Task A_handler_does_not_begin_whose_claim_another_host_has_ended()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var dismissed = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var erased = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var held = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await other.DismissAsync(dismissed.Id, Ended);
        await other.EraseAsync(new() { Id = erased.Id }, Ended);

        Assert.False(await fixture.Store.MarkStartedAsync(dismissed, isAlone: false, Ended));
        Assert.False(await fixture.Store.MarkStartedAsync(erased, isAlone: false, Ended));
        Assert.True(await fixture.Store.MarkStartedAsync(held, isAlone: false, Ended));
    }

    [Fact]
    public async Task Of_three_hosts_that_claim_at_once_one_gets_each_delivery()
    {
        const int count = 600;
        var fixture = await OpenAsync();
        IInboxStore[] hosts = [fixture.Store, await fixture.OpenOtherAsync(), await fixture.OpenOtherAsync()];
        var accepted = await Task.WhenAll(Enumerable.Range(0, count).Select(n => hosts[n % 3].AcceptAsync(Item(), false, Ended).AsTask()));

        var ran = new ConcurrentQueue<long>();
        await Task.WhenAll(
            hosts.Select(async host =>
            {
                while ((await host.ClaimAsync(All(7), Ended)).Work is { Count: > 0 } works)
                {
                    foreach (var work in works)
                    {
                        ran.Enqueue(work.Id);
                        Assert.True(await host.EndAsync(work, InboxResult.Done(), Ended));
                    }
                }
            })
        );
        // A host that finds all rows taken at that moment ends before the others do.
        Assert.Equal(accepted.Select(each => each.Id).Order(), ran.Order());
    }

    [Fact]
    public async Task Copies_that_reach_different_hosts_are_one_delivery()
    {
        var fixture = await OpenAsync();
        IInboxStore[] hosts = [fixture.Store, await fixture.OpenOtherAsync(), await fixture.OpenOtherAsync()];

        var accepted = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(n => hosts[n % 3].AcceptAsync(Item(identity: 1 + n / 30), claim: true, Ended).AsTask())
        );

        Assert.Equal(10, accepted.Count(each => each.Kind is InboxAcceptanceKind.Accepted));
        Assert.Equal(290, accepted.Count(each => each.Kind is InboxAcceptanceKind.Duplicate));
        Assert.Equal(10, accepted.Select(each => each.Id).Distinct().Count());
    }

    [Fact]
    public async Task Deliveries_of_one_key_run_one_at_a_time_whoever_accepts_and_runs_them()
    {
        var fixture = await OpenAsync();
        IInboxStore[] hosts = [fixture.Store, await fixture.OpenOtherAsync(), await fixture.OpenOtherAsync()];
        await Task.WhenAll(Enumerable.Range(0, 90).Select(n => hosts[n % 3].AcceptAsync(Item(key: $"{n % 4}"), false, Ended).AsTask()));

        var (running, ended) = (new ConcurrentDictionary<string, long>(), 0);
        await Task.WhenAll(
            hosts.Select(async host =>
            {
                while (Volatile.Read(ref ended) < 90)
                {
                    foreach (var work in (await host.ClaimAsync(All(3), Ended)).Work)
                    {
                        var key = (await host.ReadAsync(work.Id, Ended))!.OrderKey!;
                        Assert.True(running.TryAdd(key, work.Id), $"Two of the key {key} run.");
                        running.TryRemove(key, out _);
                        Assert.True(await host.EndAsync(work, InboxResult.Done(), Ended));
                        Interlocked.Increment(ref ended);
                    }
                }
            })
        );
        Assert.Equal(90, ended);
    }

    [Fact]
    public async Task What_a_silent_host_had_claimed_runs_elsewhere_after_a_minute_and_not_before()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var begun = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var waiting = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.MarkStartedAsync(begun, isAlone: true, Ended);
        await fixture.Postgres.AbandonAsync();

        fixture.Time.Advance(LiveHost.Lease - TimeSpan.FromSeconds(1));
        await other.Inbox.Host.BeatAsync(Ended);
        await other.Inbox.Host.RescueAsync(Ended);
        Assert.Equal(InboxState.Leased, await StateAsync(other, begun.Id));

        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await other.Inbox.Host.RescueAsync(Ended);
        Assert.Equal((InboxState.Suspect, InboxState.Ready), (await StateAsync(other, begun.Id), await StateAsync(other, waiting.Id)));
        Assert.Equal(waiting.Id, Assert.Single((await other.ClaimAsync(All(), Ended)).Work).Id);
    }

    [Fact]
    public async Task What_a_transaction_holds_keeps_nobody_from_the_rest_of_a_dead_host()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var held = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var free = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Store.MarkStartedAsync(held, isAlone: true, Ended);
        await fixture.RunAsync($"update {fixture.Schema}.host set seen_at = 0 where id = {fixture.Postgres.Inbox.Host.Owner}");
        await using var connection = new NpgsqlConnection($"{fixture.Cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(Ended);
        await using (var transaction = await connection.BeginTransactionAsync(Ended))
        {
            await using var command = new NpgsqlCommand($"select from {fixture.Schema}.work where id = {held.Id} for update", connection);
            await command.ExecuteNonQueryAsync(Ended);

            await other.Inbox.Host.RescueAsync(Ended);
            Assert.Equal((InboxState.Leased, InboxState.Ready), (await StateAsync(other, held.Id), await StateAsync(other, free.Id)));
        }

        await other.Inbox.Host.RescueAsync(Ended);
        // That its handler had begun is still known.
        Assert.Equal(InboxState.Suspect, await StateAsync(other, held.Id));
    }

    [Fact]
    public async Task A_host_that_is_heard_of_keeps_what_it_runs_however_long_that_takes()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;

        for (var beats = 0; beats < 30; beats++)
        {
            fixture.Time.Advance(LiveHost.Heartbeat);
            await fixture.Postgres.Inbox.Host.BeatAsync(Ended);
            await other.Inbox.Host.BeatAsync(Ended);
            await other.Inbox.Host.RescueAsync(Ended);
        }

        Assert.True(await fixture.Store.EndAsync(work, InboxResult.Done(), Ended));
    }

    [Fact]
    public async Task A_host_that_was_taken_for_dead_is_told_and_goes_on_and_its_old_claims_change_nothing()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var stale = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.RunAsync($"update {fixture.Schema}.host set seen_at = 0 where id = {fixture.Postgres.Inbox.Host.Owner}");
        await other.Inbox.Host.RescueAsync(Ended);
        var work = Assert.Single((await other.ClaimAsync(All(), Ended)).Work);

        Assert.False(await fixture.Store.EndAsync(stale, InboxResult.Done(), Ended));
        Assert.False(await fixture.Store.ReportAsync(stale, "late"u8.ToArray(), Ended));
        await fixture.Postgres.Inbox.Host.BeatAsync(Ended);

        var own = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await other.Inbox.Host.RescueAsync(Ended);
        Assert.True(await fixture.Store.EndAsync(own, InboxResult.Done(), Ended));
        Assert.True(await other.EndAsync(work, InboxResult.Done(), Ended));
        Assert.Single((await other.FindAsync(stale.Id, Ended))!.Attempts);
    }

    [Fact]
    public async Task The_handlers_of_a_host_that_was_taken_for_dead_are_told_to_end()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.RunAsync($"update {fixture.Schema}.host set seen_at = 0 where id = {fixture.Postgres.Inbox.Host.Owner}");
        await other.Inbox.Host.RescueAsync(Ended);

        await fixture.Postgres.Inbox.Host.BeatAsync(Ended);

        Assert.Contains((work.Id, work.Token), fixture.Revoked);
    }

    [Fact]
    public async Task What_one_host_pauses_no_host_claims()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        await other.AcceptAsync(Item(), false, Ended);

        await fixture.Store.SetPausedAsync(new("tests.one", "/a"), true, Ended);

        Assert.Empty((await other.ClaimAsync(All(), Ended)).Work);
        Assert.Null((await other.AcceptAsync(Item(), claim: true, Ended)).Work);
        Assert.Equal([new("tests.one", "/a")], await other.GetPausesAsync(Ended));
    }

    [Fact]
    public async Task What_another_host_dismisses_is_told_to_the_one_that_runs_it()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync(fixture.Context with { Revoked = (_, _) => Assert.Fail("It does not run here.") });
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        var kept = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;

        Assert.True(await other.DismissAsync(work.Id, Ended));
        await fixture.Postgres.Inbox.Host.WatchAsync(Ended);
        await fixture.Postgres.Inbox.Host.WatchAsync(Ended);

        Assert.Equal([(work.Id, work.Token)], fixture.Revoked);
        Assert.True(await fixture.Store.EndAsync(kept, InboxResult.Done(), Ended));
    }

    [Fact]
    public async Task A_claim_that_nobody_was_told_of_is_given_back()
    {
        var fixture = await OpenAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        // As after a commit whose answer was lost.
        fixture.Postgres.Inbox.Host.Claims.Remove(work.Id, work.Token);

        await fixture.Postgres.Inbox.Host.BeatAsync(Ended);
        Assert.Equal(InboxState.Leased, await StateAsync(fixture.Store, work.Id));
        await fixture.Postgres.Inbox.Host.BeatAsync(Ended);

        Assert.Equal(InboxState.Ready, await StateAsync(fixture.Store, work.Id));
    }

    [Fact]
    public async Task A_host_that_ends_leaves_nothing_to_wait_for()
    {
        var fixture = await OpenAsync();
        var other = await fixture.OpenOtherAsync();
        var work = (await fixture.Store.AcceptAsync(Item(), claim: true, Ended)).Work!;
        await fixture.Postgres.DisposeAsync();

        await other.Inbox.Host.RescueAsync(Ended);

        Assert.Equal(work.Id, Assert.Single((await other.ClaimAsync(All(), Ended)).Work).Id);
    }

    [Fact]
    public async Task A_host_hears_that_another_one_has_stored_something()
    {
        var fixture = await OpenAsync();
        // Once when it begins to listen, and once for what it hears.
        var (heard, listening) = (new TaskCompletionSource(), new TaskCompletionSource());
        var other = await fixture.OpenOtherAsync(
            fixture.Context with
            {
                MayHaveWork = () => _ = listening.TrySetResult() || heard.TrySetResult(),
            }
        );
        await listening.Task.WaitAsync(Ended);

        await fixture.Store.AcceptAsync(Item(), false, Ended);

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Ended);
        Assert.Single((await other.ClaimAsync(All(), Ended)).Work);
    }
}
