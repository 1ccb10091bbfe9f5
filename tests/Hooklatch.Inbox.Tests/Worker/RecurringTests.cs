using Hooklatch.Inbox.Jobs;
using Hooklatch.Inbox.Tests.Plugin;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>Recurring jobs: once per occurrence, over restarts, missed hours and clocks that are set.</summary>
public sealed class RecurringTests
{
    private static readonly DateTimeOffset NewYear = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_once_per_occurrence()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-1));

        await PassAsync(host, TimeSpan.FromMinutes(1));
        Assert.Equal(("hourly", NewYear), await NextAsync(host));
        await PassAsync(host, TimeSpan.FromHours(1));
        Assert.Equal(("hourly", NewYear.AddHours(1)), await NextAsync(host));
        Assert.Equal(2, (await host.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_schedule_begins_when_a_host_first_sees_it()
    {
        await using var host = await StartAsync(NewYear.AddHours(5).AddMinutes(30));

        await PassAsync(host, TimeSpan.FromMinutes(30));

        Assert.Equal(("hourly", NewYear.AddHours(6)), await NextAsync(host));
        Assert.Single(await host.StoredAsync());
    }

    [Fact]
    public async Task Two_hosts_store_an_occurrence_once()
    {
        var first = await StartAsync(NewYear.AddMinutes(-1));
        await using var second = await StartAsync(first);

        await PassAsync(second, TimeSpan.FromMinutes(1));
        await KnownAsync(first);
        await second.Store.NextEndAsync();

        Assert.Single(await second.StoredAsync());
        // Either host may have been the one.
        Assert.NotEqual(first.Jobs.IsQuiet, second.Jobs.IsQuiet);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_restart_stores_no_occurrence_twice()
    {
        await using var first = await StartAsync(NewYear.AddMinutes(-1));
        await PassAsync(first, TimeSpan.FromMinutes(1));
        await NextAsync(first);
        await first.StopAsync();

        await using var second = await StartAsync(first);
        await PassAsync(second, TimeSpan.FromMinutes(59));

        Assert.Single(await second.StoredAsync());
    }

    [Fact]
    public async Task One_run_makes_up_for_all_that_were_missed()
    {
        await using var first = await StartAsync(NewYear.AddMinutes(-1));
        await first.StopAsync();
        first.Time.Advance(TimeSpan.FromHours(5));

        await using var second = await StartAsync(first);

        Assert.Equal(("hourly", NewYear.AddHours(4)), await NextAsync(second));
        await second.Store.NextEndAsync();
        Assert.Single(await second.StoredAsync());
    }

    [Fact]
    public async Task Each_that_was_missed_has_its_run_within_a_bound()
    {
        var march = new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await using var first = await StartAsync(march);
        await first.StopAsync();
        first.Time.Advance(TimeSpan.FromDays(10));

        await using var second = await StartAsync(first);

        var runs = new[] { await NextAsync(second), await NextAsync(second), await NextAsync(second) };
        // 2:30 in Berlin, of the last three nights.
        Assert.Equal(
            new[] { 9, 10, 11 }.Select(day => new DateTimeOffset(2025, 3, day, 1, 30, 0, TimeSpan.Zero)),
            runs.Select(run => run.Occurrence!.Value).Order()
        );
        Assert.Equal(3, (await second.StoredAsync()).Count);
    }

    [Fact]
    public async Task Those_that_were_missed_are_left_out_where_that_is_asked_for()
    {
        var often = NewYear.AddDays(1);
        await using var first = await StartAsync(often.AddMinutes(1));
        await first.StopAsync();
        first.Time.Advance(TimeSpan.FromMinutes(55));

        await using var second = await StartAsync(first);
        await PassAsync(second, TimeSpan.FromMinutes(4));

        Assert.Equal(("often", often.AddHours(1)), await NextAsync(second));
        await second.Store.NextEndAsync();
        Assert.Single(await second.StoredAsync());
    }

    [Fact]
    public async Task What_comes_while_the_plugin_is_paused_is_missed()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-1));
        await host.Operations.PauseAsync("tests.queue", cancellationToken: Ended);
        await PassAsync(host, TimeSpan.FromHours(2.5));
        Assert.Empty(await host.StoredAsync());

        await host.Operations.ResumeAsync("tests.queue", cancellationToken: Ended);
        await PassAsync(host, TimeSpan.FromMinutes(1));

        Assert.Equal(("hourly", NewYear.AddHours(2)), await NextAsync(host));
        Assert.Single(await host.StoredAsync());
    }

    [Theory]
    // Clocks go forward at 2:00 (1:00 UTC): 2:30 is left out, and comes right after it.
    [InlineData("2025-03-29T12:00Z", "2025-03-30T01:00Z", "2025-03-31T00:30Z")]
    // Clocks go back at 3:00 (1:00 UTC): 2:30 is there twice, and comes once.
    [InlineData("2025-10-25T12:00Z", "2025-10-26T00:30Z", "2025-10-27T01:30Z")]
    public async Task Both_clock_changes_bring_one_run_a_night(string start, string first, string second)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        await using var host = await StartAsync(DateTimeOffset.Parse(start, invariant));

        await PassAsync(host, TimeSpan.FromHours(24));
        var one = await NextAsync(host);
        await PassAsync(host, TimeSpan.FromHours(24));
        var other = await NextAsync(host);

        Assert.Equal((DateTimeOffset.Parse(first, invariant), DateTimeOffset.Parse(second, invariant)), (one.Occurrence, other.Occurrence));
        Assert.Equal(2, (await host.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_clock_that_is_put_back_runs_nothing_again()
    {
        await using var first = await StartAsync(NewYear.AddMinutes(-1));
        await PassAsync(first, TimeSpan.FromHours(2));
        await NextAsync(first);
        await first.StopAsync();

        // Its clock is an hour behind that of the first one.
        await using var second = await QueueHost.StartAsync(first.Store, new TestClock(NewYear.AddMinutes(30)));
        await KnownAsync(second);
        await PassAsync(second, TimeSpan.FromMinutes(45));

        Assert.Single(await second.StoredAsync());
        Assert.True(second.Jobs.IsQuiet);
    }

    [Fact]
    public async Task A_clock_that_was_far_ahead_once_holds_no_schedule()
    {
        await using var first = await StartAsync(NewYear.AddYears(10).AddMinutes(-1));
        await PassAsync(first, TimeSpan.FromMinutes(1));
        await NextAsync(first);
        await first.StopAsync();

        await using var second = await QueueHost.StartAsync(first.Store, new TestClock(NewYear.AddMinutes(-1)));
        await KnownAsync(second);
        await PassAsync(second, TimeSpan.FromMinutes(1));

        Assert.Equal(("hourly", NewYear), await NextAsync(second));
        await second.Log.FirstAsync("ScheduleAhead");
    }

    [Fact]
    public async Task An_occurrence_that_has_died_does_not_run_again()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-1));
        host.Jobs.Does = (_, _) => throw new PermanentFailureException("no");
        await PassAsync(host, TimeSpan.FromMinutes(1));
        var (work, _) = await host.Store.NextEndAsync();
        // As if another host had not seen that it was stored.
        var key = new ValueKey("tests.queue", ValueKey.Schedules, "QueueJobs.Hourly");
        var schedule = new Hooklatch.Jobs.JobSchedule("0 * 1 1 *");
        await host.Store.SetValueAsync(key, ScheduleMark.Of(schedule, NewYear.AddMinutes(-1)).Write(), null, null, Ended);

        await using var other = await StartAsync(host);

        Assert.Equal(NewYear, ScheduleMark.Read((await host.Store.GetValueAsync(key, Ended))!.Value)!.Last);
        Assert.Equal(InboxState.Dead, Assert.Single(await host.StoredAsync()).State);
        Assert.Single((await host.Operations.FindAsync(work.Id, Ended))!.Attempts);
    }

    [Fact]
    public async Task A_schedule_that_was_changed_begins_anew()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-10));
        var key = new ValueKey("tests.queue", ValueKey.Schedules, "QueueJobs.Hourly");
        var earlier = new Hooklatch.Jobs.JobSchedule("30 * * * *");
        await host.Store.SetValueAsync(key, ScheduleMark.Of(earlier, NewYear.AddYears(-1)).Write(), null, null, Ended);

        await PassAsync(host, TimeSpan.FromMinutes(5));
        Assert.Empty(await host.StoredAsync());
        await PassAsync(host, TimeSpan.FromMinutes(5));

        Assert.Equal(("hourly", NewYear), await NextAsync(host));
    }

    [Fact]
    public async Task A_mark_is_not_read_before_the_next_time_of_its_schedule()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-20));
        var reads = host.Store.ValueReads;

        for (var minute = 0; minute < 19; minute++)
        {
            await PassAsync(host, TimeSpan.FromMinutes(1));
        }

        Assert.Equal(reads, host.Store.ValueReads);
        await PassAsync(host, TimeSpan.FromMinutes(1));
        Assert.Equal(reads + 1, host.Store.ValueReads);
        Assert.Equal(("hourly", NewYear), await NextAsync(host));
    }

    [Fact]
    public void A_clock_that_is_set_back_is_a_reason_to_look()
    {
        var look = new NextLook();
        Assert.True(look.IsDue(NewYear));

        look.Note(NewYear.AddYears(10), NewYear.AddYears(10).AddHours(1));
        Assert.False(look.IsDue(NewYear.AddYears(10).AddMinutes(59)));
        Assert.True(look.IsDue(NewYear.AddYears(10).AddHours(1)));
        Assert.True(look.IsDue(NewYear));

        look.Note(NewYear, null);
        Assert.False(look.IsDue(NewYear.AddYears(100)));
        look.Forget();
        Assert.True(look.IsDue(NewYear));
    }

    [Fact]
    public async Task A_schedule_whose_queue_is_full_waits_for_room_and_is_no_fault_of_the_store()
    {
        await using var host = await QueueHost.StartAsync(
            time: new TestClock(NewYear.AddMinutes(-1)),
            settings: ("Hooklatch:Inbox:MaxDepth", "4")
        );
        await KnownAsync(host);
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;
        await PassAsync(host, TimeSpan.FromMinutes(1));
        await NextAsync(host);

        await PassAsync(host, TimeSpan.FromHours(1));
        await host.Log.FirstAsync("ScheduleHeld");
        Assert.Empty(host.Log.Named("InboxUnavailable"));

        goOn.SetResult();
        await host.Store.NextEndAsync();
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(5));
        host.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(("hourly", NewYear.AddHours(1)), await NextAsync(host));
    }

    [Fact]
    public async Task A_store_that_is_gone_for_a_while_delays_an_occurrence_and_loses_none()
    {
        await using var host = await StartAsync(NewYear.AddMinutes(-1));
        host.Store.Error = new InboxUnavailableException("gone");
        await PassAsync(host, TimeSpan.FromMinutes(1));
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(5));

        host.Store.Error = null;
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(("hourly", NewYear), await NextAsync(host));
    }

    private static async Task<QueueHost> StartAsync(DateTimeOffset at)
    {
        var host = await QueueHost.StartAsync(time: new TestClock(at));
        await KnownAsync(host);
        return host;
    }

    /// <summary>Another host on the store of one.</summary>
    private static async Task<QueueHost> StartAsync(QueueHost earlier)
    {
        var host = await QueueHost.StartAsync(earlier.Store, earlier.Time);
        await KnownAsync(host);
        return host;
    }

    /// <summary>Waits until the host has looked at its schedules.</summary>
    private static Task KnownAsync(QueueHost host) => host.Schedules.WhenLookedAsync(host.Time.GetUtcNow());

    private static async Task PassAsync(QueueHost host, TimeSpan time)
    {
        host.Time.Advance(time);
        await KnownAsync(host);
    }

    private static async Task<(string Text, DateTimeOffset? Occurrence)> NextAsync(QueueHost host)
    {
        var call = await host.Jobs.NextAsync();
        return (call.Text, call.Occurrence);
    }
}
