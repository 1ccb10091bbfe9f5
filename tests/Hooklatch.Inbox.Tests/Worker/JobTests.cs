using System.Text.Json;
using Hooklatch.Inbox.Tests.Plugin;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>Jobs, from a handler that starts them to their result.</summary>
public sealed class JobTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_runs_after_it_is_stored_and_its_result_is_kept()
    {
        await using var host = await QueueHost.StartAsync();

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a.png", 640), cancellationToken: Ended);

        var call = await host.Jobs.NextAsync();
        Assert.Equal(("a.png", "Shrink", enqueued.Id, 1, 1), (call.Text, call.Name, call.Id, call.Attempt, call.Version));
        Assert.Equal(host.Time.GetUtcNow(), call.EnqueuedAt);
        await host.Store.NextEndAsync();
        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Done, 100, 1), (status!.State, status.Percent, status.Attempts));
        Assert.Equal("""{"bytes":640}""", status.Result!.Value.GetRawText());
    }

    [Fact]
    public async Task A_handler_starts_a_job_and_its_sender_does_not_wait_for_it()
    {
        await using var host = await QueueHost.StartAsync();
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;

        using var answer = await host.PostAsync("/start", """{"text":"a"}""");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("a", (await host.Jobs.NextAsync()).Text);
        goOn.SetResult();
    }

    [Fact]
    public async Task A_handler_that_cannot_start_a_job_has_its_sender_come_again()
    {
        await using var host = await QueueHost.StartAsync();
        host.Store.Error = new InboxUnavailableException("gone");

        using var answer = await host.PostAsync("/start", """{"text":"a"}""");

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_job_is_stored_in_one_form()
    {
        await using var host = await QueueHost.StartAsync();

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("ä.png", 1), cancellationToken: Ended);

        var record = await host.Operations.FindAsync(enqueued.Id, Ended);
        Assert.Equal("""{"image":"ä.png","width":1}""", System.Text.Encoding.UTF8.GetString(record!.Item.Body.Span));
        Assert.Equal(("tests.queue", "Shrink"), (record.Item.Plugin, record.Item.Endpoint));
    }

    [Fact]
    public async Task A_delayed_job_waits()
    {
        await using var host = await QueueHost.StartAsync();

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), new() { Delay = TimeSpan.FromMinutes(5) }, Ended);

        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Waiting, host.Time.GetUtcNow() + TimeSpan.FromMinutes(5)), (status!.State, status.DueAt));
        Assert.True(host.Jobs.IsQuiet);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(enqueued.Id, (await host.Jobs.NextAsync()).Id);
    }

    [Fact]
    public async Task A_job_outlives_its_host()
    {
        await using var first = await QueueHost.StartAsync();
        await first.Operations.PauseAsync("tests.queue", "Shrink", Ended);
        var enqueued = await first.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        await first.StopAsync();

        await using var second = await QueueHost.StartAsync(first.Store, first.Time);
        Assert.True(second.Jobs.IsQuiet);
        await second.Operations.ResumeAsync("tests.queue", "Shrink", Ended);

        Assert.Equal(enqueued.Id, (await second.Jobs.NextAsync()).Id);
    }

    [Fact]
    public async Task A_job_of_a_kind_is_stored_once()
    {
        await using var host = await QueueHost.StartAsync();
        var once = new JobOptions { Deduplicate = "kind" };

        var first = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), once, Ended);
        await host.Store.NextEndAsync();
        var copy = await host.Enqueue.EnqueueAsync(new Shrink("b", 2), once, Ended);
        var other = await host.Enqueue.EnqueueAsync(new Slow("b"), once, Ended);

        Assert.Equal((first.Id, true), (copy.Id, copy.IsDuplicate));
        Assert.False(first.IsDuplicate || other.IsDuplicate);
    }

    [Fact]
    public async Task A_job_that_is_one_of_a_kind_until_it_is_done_lets_the_next_be_stored()
    {
        await using var host = await QueueHost.StartAsync();
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;
        var once = new JobOptions { Deduplicate = "kind", DeduplicateUntilDone = true };

        var first = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), once, Ended);
        Assert.True((await host.Enqueue.EnqueueAsync(new Shrink("a", 1), once, Ended)).IsDuplicate);
        goOn.SetResult();
        await host.Store.NextEndAsync();

        Assert.NotEqual(first.Id, (await host.Enqueue.EnqueueAsync(new Shrink("a", 1), once, Ended)).Id);
    }

    [Fact]
    public async Task Jobs_of_one_key_run_one_after_the_other()
    {
        await using var host = await QueueHost.StartAsync();
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;
        var key = new JobOptions { Key = "customer" };

        await host.Enqueue.EnqueueAsync(new Shrink("first", 1), key, Ended);
        await host.Enqueue.EnqueueAsync(new Shrink("second", 1), key, Ended);
        await host.Enqueue.EnqueueAsync(new Shrink("other", 1), key with { Key = "another" }, Ended);

        Assert.Equal(["first", "other"], new[] { (await host.Jobs.NextAsync()).Text, (await host.Jobs.NextAsync()).Text }.Order());
        Assert.True(host.Jobs.IsQuiet);
        goOn.SetResult();
        Assert.Equal("second", (await host.Jobs.NextAsync()).Text);
    }

    [Fact]
    public async Task A_job_says_how_far_it_has_come()
    {
        await using var host = await QueueHost.StartAsync();
        var (reported, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Jobs.Does = async (context, _) =>
        {
            await context.ReportAsync(40, "four of ten");
            reported.SetResult();
            await goOn.Task;
        };

        var enqueued = await host.Enqueue.EnqueueAsync(new Slow("a"), cancellationToken: Ended);
        await reported.Task;

        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Running, 40, "four of ten"), (status!.State, status.Percent, status.Message));
        goOn.SetResult();
        await host.Store.NextEndAsync();
        status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal(
            (JobState.Done, 100, "four of ten", (JsonElement?)null),
            (status!.State, status.Percent, status.Message, status.Result)
        );
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled()
    {
        await using var host = await QueueHost.StartAsync();
        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), new() { Delay = TimeSpan.FromMinutes(1) }, Ended);

        Assert.True(await host.Enqueue.CancelAsync(enqueued.Id, Ended));
        Assert.False(await host.Enqueue.CancelAsync(enqueued.Id, Ended));

        Assert.Equal(JobState.Cancelled, (await host.Enqueue.FindAsync(enqueued.Id, Ended))!.State);
    }

    [Fact]
    public async Task A_job_that_runs_is_told_that_it_is_cancelled_and_what_it_does_counts_no_longer()
    {
        await using var host = await QueueHost.StartAsync();
        var told = new TaskCompletionSource();
        host.Jobs.Does = async (context, cancellation) =>
        {
            using var _ = cancellation.Register(told.SetResult);
            await told.Task;
            await Assert.ThrowsAsync<OperationCanceledException>(async () => await context.ReportAsync(90));
        };

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        await host.Jobs.NextAsync();
        Assert.True(await host.Enqueue.CancelAsync(enqueued.Id, Ended));
        await host.Store.NextEndAsync();

        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Cancelled, 0, (JsonElement?)null), (status!.State, status.Percent, status.Result));
    }

    [Fact]
    public async Task A_delivery_is_no_job()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostAsync("/plain"));
        var (work, _) = await host.Store.NextEndAsync();

        Assert.Null(await host.Enqueue.FindAsync(work.Id, Ended));
        Assert.False(await host.Enqueue.CancelAsync(work.Id, Ended));
        Assert.Null(await host.Enqueue.FindAsync(12345, Ended));
    }

    [Fact]
    public async Task A_job_that_throws_is_tried_again_and_fails_after_its_last_try()
    {
        await using var host = await QueueHost.StartAsync();
        host.Jobs.Does = (_, _) => throw new InvalidOperationException("broken");

        var enqueued = await host.Enqueue.EnqueueAsync(new Slow("a"), cancellationToken: Ended);
        var (_, first) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Delayed, "System.InvalidOperationException"), (first.State, first.ErrorType));
        Assert.Equal(JobState.Retrying, (await host.Enqueue.FindAsync(enqueued.Id, Ended))!.State);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Store.NextEndAsync();

        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal((JobState.Failed, 2, "broken"), (status!.State, status.Attempts, status.Error));
    }

    [Fact]
    public async Task A_job_whose_time_is_over_has_its_token_cancelled()
    {
        await using var host = await QueueHost.StartAsync();
        host.Jobs.Does = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation);

        await host.Enqueue.EnqueueAsync(new Slow("a"), cancellationToken: Ended);
        await host.Jobs.NextAsync();
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("timeout", (await host.Store.NextEndAsync()).Result.ErrorType);
    }

    [Fact]
    public async Task No_more_jobs_run_at_once_than_they_allow()
    {
        await using var host = await QueueHost.StartAsync();
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;

        await host.Enqueue.EnqueueAsync(new Slow("one"), cancellationToken: Ended);
        await host.Enqueue.EnqueueAsync(new Slow("two"), cancellationToken: Ended);
        await host.Jobs.NextAsync();
        Assert.True(host.Jobs.IsQuiet);
        goOn.SetResult();

        Assert.Equal("two", (await host.Jobs.NextAsync()).Text);
    }

    [Fact]
    public async Task A_job_of_an_earlier_name_runs()
    {
        await using var host = await QueueHost.StartAsync();
        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        await host.Store.NextEndAsync();
        var item = (await host.Operations.FindAsync(enqueued.Id, Ended))!.Item;

        await host.Store.AcceptAsync(item with { Endpoint = "Resize" }, claim: false, Ended);
        await host.Jobs.NextAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("a", "Resize"), await host.Jobs.NextAsync() is var call ? (call.Text, call.Name) : default);
    }

    [Fact]
    public async Task A_name_that_the_host_does_not_know_is_left_alone()
    {
        await using var host = await QueueHost.StartAsync();
        var known = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        await host.Store.NextEndAsync();
        var item = (await host.Operations.FindAsync(known.Id, Ended))!.Item;

        var unknown = await host.Store.AcceptAsync(item with { Endpoint = "Unknown" }, claim: false, Ended);
        await host.Enqueue.EnqueueAsync(new Shrink("b", 1), cancellationToken: Ended);
        await host.Store.NextEndAsync();

        var status = await host.Enqueue.FindAsync(unknown.Id, Ended);
        Assert.Equal((JobState.Waiting, 0), (status!.State, status.Attempts));
    }

    [Theory]
    [InlineData("Shrink", """{"image":5}""", """{"version":1}""")]
    [InlineData("Shrink", "null", """{"version":1}""")]
    [InlineData("Newer", """{"text":"a"}""", """{"version":3}""")]
    public async Task What_cannot_be_read_is_left_to_others_for_ten_minutes(string name, string body, string details)
    {
        await using var host = await QueueHost.StartAsync();
        var item = new InboxItem
        {
            Plugin = "tests.queue",
            Endpoint = name,
            ReceivedAt = host.Time.GetUtcNow() - TimeSpan.FromDays(1),
            Body = System.Text.Encoding.UTF8.GetBytes(body),
            Details = System.Text.Encoding.UTF8.GetBytes(details),
        };

        var accepted = await host.Store.AcceptAsync(item, claim: false, Ended);
        var began = host.Time.GetUtcNow();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var (_, result) = await host.Store.NextEndAsync();
        while (result.State is InboxState.Delayed)
        {
            Assert.False(result.CountsAsTry);
            Assert.InRange(result.Delay, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));
            host.Time.Advance(result.Delay);
            (_, result) = await host.Store.NextEndAsync();
        }

        Assert.Equal((InboxState.Dead, "payload"), (result.State, result.ErrorType));
        Assert.InRange(host.Time.GetUtcNow() - began, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.True(host.Jobs.IsQuiet);
        Assert.Equal(JobState.Failed, (await host.Enqueue.FindAsync(accepted.Id, Ended))!.State);
    }

    [Fact]
    public async Task Jobs_of_a_disabled_plugin_wait()
    {
        await using var host = await QueueHost.StartAsync();
        var registry = host.App.Services.GetService(typeof(IPluginRegistry)) as IPluginRegistry;
        await registry!.DisableAsync("tests.queue", Ended);

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        Assert.True(host.Jobs.IsQuiet);
        await registry.EnableAsync("tests.queue", Ended);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((enqueued.Id, 1), await host.Jobs.NextAsync() is var call ? (call.Id, call.Attempt) : default);
    }

    [Fact]
    public async Task A_type_that_no_method_takes_is_told()
    {
        await using var host = await QueueHost.StartAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
#pragma warning disable HL0092 // That is what is tested.
            await host.Enqueue.EnqueueAsync("text", cancellationToken: Ended)
#pragma warning restore HL0092
        );
        Assert.Contains("has no [Job] method that takes System.String", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<JobOptions> Impossible =>
        [
            new JobOptions { Delay = TimeSpan.FromSeconds(-1) },
            new JobOptions { Delay = TimeSpan.FromDays(4000) },
            new JobOptions { Key = "" },
            new JobOptions { Key = new string('x', 1001) },
            new JobOptions { Deduplicate = "" },
            new JobOptions { Priority = (JobPriority)2 },
        ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_cannot_be_asked_for_is_told(JobOptions options)
    {
        await using var host = await QueueHost.StartAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await host.Enqueue.EnqueueAsync(new Shrink("a", 1), options, Ended));
        Assert.Empty(await host.StoredAsync());
    }

    [Fact]
    public async Task A_job_that_is_too_long_is_told()
    {
        await using var host = await QueueHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await host.Enqueue.EnqueueAsync(new Shrink(new string('x', 4 << 20), 1), cancellationToken: Ended)
        );
    }

    [Fact]
    public async Task A_full_inbox_is_told()
    {
        await using var host = await QueueHost.StartAsync(settings: ("Hooklatch:Inbox:MaxDepth", "4"));
        var later = new JobOptions { Delay = TimeSpan.FromHours(1) };
        await host.Enqueue.EnqueueAsync(new Shrink("a", 1), later, Ended);

        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await host.Enqueue.EnqueueAsync(new Shrink("b", 1), later, Ended));
    }

    [Fact]
    public async Task A_job_that_kills_three_hosts_alone_is_quarantined_and_its_neighbours_run()
    {
        var hosts = new List<QueueHost> { await QueueHost.StartAsync() };
        hosts[0].Jobs.Does = (_, _) => new TaskCompletionSource().Task;
        var deadly = await hosts[0].Enqueue.EnqueueAsync(new Shrink("deadly", 1), cancellationToken: Ended);
        await hosts[0].Jobs.NextAsync();
        for (var death = 0; death < 3; death++)
        {
            var next = await QueueHost.StartAsync(hosts[0].Store, hosts[0].Time);
            next.Jobs.Does = (_, _) => new TaskCompletionSource().Task;
            hosts.Add(next);
            await next.Jobs.NextAsync();
        }

        var last = await QueueHost.StartAsync(hosts[0].Store, hosts[0].Time);
        hosts.Add(last);
        await last.Enqueue.EnqueueAsync(new Shrink("neighbour", 1), cancellationToken: Ended);

        Assert.Equal("neighbour", (await last.Jobs.NextAsync()).Text);
        Assert.Equal(JobState.Failed, (await last.Enqueue.FindAsync(deadly.Id, Ended))!.State);
        Assert.Equal(InboxState.Quarantined, (await last.Operations.FindAsync(deadly.Id, Ended))!.Summary.State);
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Progress_that_cannot_be_kept_costs_no_try()
    {
        await using var host = await QueueHost.StartAsync();
        host.Jobs.Does = async (context, _) =>
        {
            host.Store.ReportError = new InboxUnavailableException("busy");
            await context.ReportAsync(50);
        };

        await host.Enqueue.EnqueueAsync(new Slow("a"), cancellationToken: Ended);

        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
    }

    [Fact]
    public async Task The_last_message_stays_beside_a_result()
    {
        await using var host = await QueueHost.StartAsync();
        host.Jobs.Does = async (context, _) => await context.ReportAsync(90, "nearly done");

        var enqueued = await host.Enqueue.EnqueueAsync(new Shrink("a", 7), cancellationToken: Ended);
        await host.Store.NextEndAsync();

        var status = await host.Enqueue.FindAsync(enqueued.Id, Ended);
        Assert.Equal(("nearly done", """{"bytes":7}"""), (status!.Message, status.Result!.Value.GetRawText()));
    }

    [Fact]
    public async Task No_more_jobs_run_at_once_than_they_allow_under_all_of_their_names()
    {
        await using var host = await QueueHost.StartAsync();
        var goOn = new TaskCompletionSource();
        host.Jobs.Does = (_, _) => goOn.Task;
        var first = await host.Enqueue.EnqueueAsync(new Slow("one"), cancellationToken: Ended);
        await host.Jobs.NextAsync();
        var item = (await host.Operations.FindAsync(first.Id, Ended))!.Item;
        await host.Store.AcceptAsync(item with { Endpoint = "sluggish" }, claim: false, Ended);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.Enqueue.EnqueueAsync(new Shrink("other", 1), cancellationToken: Ended);

        Assert.Equal("other", (await host.Jobs.NextAsync()).Text);
        Assert.True(host.Jobs.IsQuiet);
        goOn.SetResult();
        await host.Store.NextEndAsync();
        await host.Store.NextEndAsync();
        // Nobody told the worker of the one that a test has stored.
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("sluggish", (await host.Jobs.NextAsync()).Name);
    }

    [Fact]
    public async Task A_job_that_was_running_when_the_host_died_is_run_again()
    {
        var first = await QueueHost.StartAsync();
        first.Jobs.Does = (_, _) => new TaskCompletionSource().Task;
        var enqueued = await first.Enqueue.EnqueueAsync(new Shrink("a", 1), cancellationToken: Ended);
        await first.Jobs.NextAsync();

        await using var second = await QueueHost.StartAsync(first.Store, first.Time);

        Assert.Equal((enqueued.Id, 2), await second.Jobs.NextAsync() is var call ? (call.Id, call.Attempt) : default);
        await second.Store.NextEndAsync();
        Assert.Equal(1, (await second.StoredAsync())[0].Crashes);
        await first.DisposeAsync();
    }
}
