using Hooklatch.Inbox.Telemetry;

namespace Hooklatch.Inbox.Running;

/// <summary>Runs a handler no longer than it may, and makes of whatever it does the end of a try.</summary>
internal sealed class TimedRun(InboxTelemetry telemetry, TimeProvider time)
{
    /// <summary>How long a handler whose time is over may take to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A try that did not begin.</summary>
    /// <param name="work">The claim.</param>
    /// <param name="reason">Why, for the log: one of a few.</param>
    /// <param name="pause">How long it waits at least; 5 seconds where nothing else is said.</param>
    /// <param name="detail">What else the log says, whoever wrote it.</param>
    public InboxResult Postponed(InboxWork work, string reason, TimeSpan? pause = null, string? detail = null)
    {
        telemetry.Postponed(work, reason, detail);
        // After a while, and not all at once.
        return InboxResult.Postponed((pause ?? Pause) * (1 + Jitter()));
    }

    /// <summary>It is not tried again.</summary>
    public InboxResult Dead(Failure failure, InboxWork work, InboxItem? item)
    {
        telemetry.Dead(work, item, failure);
        return InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint) with { StartedAt = time.GetUtcNow() };
    }

    /// <summary>Runs a handler.</summary>
    /// <param name="policy">What holds for it.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="ending">Tells it when it has to end.</param>
    /// <param name="run">Binds and calls it, and says how it ended.</param>
    public async Task<InboxResult> RunAsync(
        RunPolicy policy,
        InboxWork work,
        InboxItem item,
        RunEnding ending,
        Func<CancellationToken, Task<InboxResult>> run
    )
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = time.CreateTimer(
            static over => ((TaskCompletionSource)over!).TrySetResult(),
            over,
            TimeSpan.FromSeconds(policy.TimeoutSeconds),
            Timeout.InfiniteTimeSpan
        );
        // On a thread of its own from here on: a handler that never awaits must not hold up whoever began it.
        var token = ending.Token;
        var running = Task.Run(() => run(token), CancellationToken.None);
        try
        {
            if (await EndsAsync(running, over.Task, ending))
            {
                return await running;
            }

            telemetry.Hung(work, item, policy.Target);
            _ = running.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
            return Failed(
                Failure.Of("timeout", $"The handler did not end within {policy.TimeoutSeconds} s, and still runs"),
                policy,
                work,
                item
            );
        }
#pragma warning disable CA1031 // The boundary: whatever a handler throws, its delivery fails and nothing else does.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // Many clients throw something of their own when their token is cancelled.
            return ending.IsWithdrawn && error is not PermanentFailureException ? InboxResult.Released()
                : over.Task.IsCompleted && error is OperationCanceledException
                    ? Failed(Failure.Of("timeout", $"The handler did not end within {policy.TimeoutSeconds} s"), policy, work, item)
                : ResultOf(error, policy, work, item);
        }
    }

    /// <summary>How a try ends whose handler has thrown.</summary>
    public InboxResult ResultOf(Exception error, RunPolicy policy, InboxWork work, InboxItem item) =>
        error switch
        {
            PermanentFailureException => Dead(Failure.Of(error), work, item),
            // What is the sender's fault does not pass; nobody sends it anew.
            WebhookException { Status: >= 400 and < 500 and not (408 or 425 or 429) } => Dead(Failure.Of(error), work, item),
            RetryLaterException later => Failed(Failure.Of(error), policy, work, item, later.After),
            _ => Failed(Failure.Of(error), policy, work, item),
        };

    /// <summary>Waits for the handler; after its time, it is told, and has a while to notice.</summary>
    private async Task<bool> EndsAsync(Task running, Task over, RunEnding ending)
    {
        if (await Task.WhenAny(running, over) == running)
        {
            return true;
        }

        await ending.CancelAsync();
        await running.WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return running.IsCompleted;
    }

    private InboxResult Failed(Failure failure, RunPolicy policy, InboxWork work, InboxItem item, TimeSpan? after = null)
    {
        if (work.Attempt >= policy.Retry.MaxAttempts)
        {
            return Dead(failure, work, item);
        }

        var delay = after ?? policy.Retry.DelayAfter(work.Attempt, Jitter());
        telemetry.Retry(work, item, policy.Retry.MaxAttempts, failure, delay);
        return InboxResult.Retry(delay, failure.Type, failure.Message, failure.Fingerprint);
    }

#pragma warning disable CA5394, RS0030 // Spreads load; nobody gains by guessing it.
    private static double Jitter() => Random.Shared.NextDouble();
#pragma warning restore CA5394, RS0030
}
