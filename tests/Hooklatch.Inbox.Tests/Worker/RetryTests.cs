namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What becomes of deliveries whose handlers fail.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task A_handler_that_throws_is_tried_again_after_its_delay()
    {
        await using var host = await QueueHost.StartAsync(
            does: (call, _) => call.Attempt < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask
        );

        await host.AcceptedAsync(host.PostAsync("/plain", "body"));

        var (_, first) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Delayed, "System.InvalidOperationException", "not yet"), (first.State, first.ErrorType, first.Error));
        Assert.InRange(first.Delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        host.Time.Advance(TimeSpan.FromSeconds(2));
        var (_, second) = await host.Store.NextEndAsync();
        Assert.InRange(second.Delay, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        host.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);

        Assert.Equal((1, 2, 3), (await AttemptAsync(host), await AttemptAsync(host), await AttemptAsync(host)));
        var record = await host.Operations.FindAsync((await host.StoredAsync())[0].Id, TestContext.Current.CancellationToken);
        Assert.Equal([InboxState.Delayed, InboxState.Delayed, InboxState.Done], record!.Attempts.Select(attempt => attempt.State));
    }

    [Fact]
    public async Task After_the_last_try_it_is_dead_until_a_person_requeues_it()
    {
        var isBroken = true;
        await using var host = await QueueHost.StartAsync(
            does: (_, _) => isBroken ? throw new InvalidOperationException("broken") : Task.CompletedTask
        );

        await host.AcceptedAsync(host.PostAsync("/impatient"));
        await host.Store.NextEndAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var (work, dead) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Dead, 2), (dead.State, work.Attempt));
        Assert.Contains("is dead after try 2", (await host.Log.FirstAsync("QueuedDead")).Message, StringComparison.Ordinal);

        isBroken = false;
        Assert.True(await host.Operations.RequeueAsync(work.Id, TestContext.Current.CancellationToken));
        var (again, done) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Done, 1), (done.State, again.Attempt));
    }

    [Theory]
    [InlineData(typeof(PermanentFailureException))]
    [InlineData(typeof(WebhookException))]
    public async Task What_another_try_would_not_help_is_dead_at_once(Type thrown)
    {
        await using var host = await QueueHost.StartAsync(
            does: (_, _) =>
                throw (thrown == typeof(WebhookException) ? new WebhookException(422, "no") : new PermanentFailureException("no"))
        );

        await host.AcceptedAsync(host.PostAsync("/plain"));

        var (_, result) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Dead, thrown.FullName, "no"), (result.State, result.ErrorType, result.Error));
    }

    [Fact]
    public async Task A_handler_chooses_when_it_is_tried_again()
    {
        await using var host = await QueueHost.StartAsync(
            does: (call, _) => call.Attempt == 1 ? throw new RetryLaterException(TimeSpan.FromMinutes(7)) : Task.CompletedTask
        );

        await host.AcceptedAsync(host.PostAsync("/plain"));
        var (_, result) = await host.Store.NextEndAsync();
        Assert.Equal(TimeSpan.FromMinutes(7), result.Delay);
        host.Time.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
    }

    [Fact]
    public async Task A_handler_whose_time_is_over_has_its_token_cancelled_and_is_tried_again()
    {
        await using var host = await QueueHost.StartAsync(does: (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));

        await host.AcceptedAsync(host.PostAsync("/impatient"));
        await host.Script.NextAsync();
        host.Time.Advance(TimeSpan.FromSeconds(5));

        var (_, result) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Delayed, "timeout"), (result.State, result.ErrorType));
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_is_given_up()
    {
        var never = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(does: (_, _) => never.Task);

        await host.AcceptedAsync(host.PostAsync("/impatient"));
        await host.Script.NextAsync();
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(30));
        host.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("timeout", (await host.Store.NextEndAsync()).Result.ErrorType);
        Assert.Contains("ignores its CancellationToken", (await host.Log.FirstAsync("QueuedHung")).Message, StringComparison.Ordinal);
        never.SetResult();
    }

    [Fact]
    public async Task What_does_not_bind_is_dead_at_once_with_what_is_wrong()
    {
        await using var host = await QueueHost.StartAsync();

        await host.AcceptedAsync(host.PostAsync("/typed", """{"id":"no number"}"""));

        var (_, result) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Dead, "binding"), (result.State, result.ErrorType));
        Assert.Contains("id", result.Error, StringComparison.Ordinal);
        Assert.True(host.Script.IsQuiet);
    }

    [Fact]
    public async Task A_flood_of_deliveries_that_fail_is_a_few_lines_and_a_count()
    {
        await using var host = await QueueHost.StartAsync();

        for (var i = 0; i < 20; i++)
        {
            await host.AcceptedAsync(host.PostAsync("/typed", """{"id":"no number"}"""));
            await host.Store.NextEndAsync();
        }

        Assert.Equal(5, host.Log.Named("QueuedDead").Count());
        host.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("15 more deliveries", (await host.Log.FirstAsync("QueuedMoreFailed")).Message, StringComparison.Ordinal);
    }

    private static async Task<int> AttemptAsync(QueueHost host) => (await host.Script.NextAsync()).Attempt;
}
