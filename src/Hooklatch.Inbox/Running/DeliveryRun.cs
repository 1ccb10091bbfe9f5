using System.Text.Json;
using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Running;

/// <summary>Runs a stored delivery once and says how it ended. Nothing that a handler does gets past it.</summary>
internal sealed class DeliveryRun(IServiceScopeFactory scopes, InboxTelemetry telemetry, TimeProvider time)
{
    /// <summary>How long a handler whose time is over may take to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A try that did not begin.</summary>
    /// <param name="work">The claim.</param>
    /// <param name="reason">Why, for the log.</param>
    public InboxResult Postponed(InboxWork work, string reason)
    {
        telemetry.Postponed(work, reason);
        // After a while, and not all at once.
        return InboxResult.Postponed(Pause * (1 + Jitter()));
    }

    /// <param name="queue">Its endpoint in this host.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="stopping">Cancelled when the host has to end.</param>
    public async Task<InboxResult> RunAsync(EndpointQueue queue, InboxWork work, InboxItem item, CancellationToken stopping)
    {
        if (!queue.IsServed || stopping.IsCancellationRequested)
        {
            return InboxResult.Released();
        }

        var began = time.GetUtcNow();
        var timestamp = time.GetTimestamp();
        StoredDetails details;
        try
        {
            details = StoredFormat.Read(item);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Dead(Failure.Of("details", "What was stored beside the body cannot be read"), work, item);
        }

        var webhook = queue.WebhookFor(details);
        var handler = webhook?.HandlerOf(item.Event, item.EventAction);
        var span = InboxTelemetry.Begin(work, item, details);
        // What was accepted is not dropped because another version of the plugin does not know it: a person decides.
        var result =
            webhook is null
                ? Dead(Failure.Of("webhook", $"The plugin has no queued webhook {LogText.Safe(details.Webhook)} any more"), work, item)
            : handler is null ? Dead(Failure.Of("event", $"No handler takes the event {LogText.Safe(item.Event)} any more"), work, item)
            : await RunAsync(queue, webhook, handler, work, item, details, stopping);
        var elapsed = time.GetElapsedTime(timestamp);
        telemetry.End(work, item, result, elapsed, span);
        return result with { StartedAt = began, Elapsed = elapsed, Handler = handler?.Target };
    }

    private async Task<InboxResult> RunAsync(
        EndpointQueue queue,
        WebhookEndpoint webhook,
        WebhookHandler handler,
        InboxWork work,
        InboxItem item,
        StoredDetails details,
        CancellationToken stopping
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = time.CreateTimer(
            static over => ((TaskCompletionSource)over!).TrySetResult(),
            over,
            TimeSpan.FromSeconds(handler.TimeoutSeconds),
            Timeout.InfiniteTimeSpan
        );
        // On a thread of its own from here on: a handler that never awaits must not hold up whoever began it.
        var running = Task.Run(() => InScopeAsync(queue, webhook, work, item, details, ending.Token), CancellationToken.None);
        try
        {
            if (await EndsAsync(running, over.Task, ending))
            {
                return ResultOf(await running, handler, work, item);
            }

            telemetry.Hung(work, item, handler);
            _ = running.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
            return Failed(
                Failure.Of("timeout", $"The handler did not end within {handler.TimeoutSeconds} s, and still runs"),
                handler,
                work,
                item
            );
        }
#pragma warning disable CA1031 // The boundary: whatever a handler throws, its delivery fails and nothing else does.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // Many clients throw something of their own when their token is cancelled.
            return stopping.IsCancellationRequested && error is not PermanentFailureException ? InboxResult.Released()
                : over.Task.IsCompleted && error is OperationCanceledException
                    ? Failed(Failure.Of("timeout", $"The handler did not end within {handler.TimeoutSeconds} s"), handler, work, item)
                : ResultOf(error, handler, work, item);
        }
    }

    /// <summary>Waits for the handler; after its time, it is told, and has a while to notice.</summary>
    private async Task<bool> EndsAsync(Task running, Task over, CancellationTokenSource ending)
    {
        if (await Task.WhenAny(running, over) == running)
        {
            return true;
        }

        try
        {
            await ending.CancelAsync();
        }
        catch (AggregateException)
        {
            // What a handler does when its token is cancelled is its own, and must not end the process.
        }

        await running.WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return running.IsCompleted;
    }

    private async Task<WebhookResult> InScopeAsync(
        EndpointQueue queue,
        WebhookEndpoint webhook,
        InboxWork work,
        InboxItem item,
        StoredDetails details,
        CancellationToken ending
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = StoredFormat.ToRequest(item, details, work.Attempt, scope.ServiceProvider, ending);
        return await StoredRun.RunAsync(webhook, stored, queue.Share);
    }

    private InboxResult ResultOf(in WebhookResult result, WebhookHandler handler, InboxWork work, InboxItem item)
    {
        switch (result.Body)
        {
            case BindingErrors errors:
                var message = string.Join(" ", errors.ByParameter.SelectMany(parameter => parameter.Value));
                return Dead(Failure.Of("binding", message), work, item);
            // There is no room for a copy of the body now; that passes.
            case Rejection { Status: 503 }:
                return Postponed(work, "the memory budget has no room for a copy of its body");
            case Rejection rejected:
                return Dead(Failure.Of(rejected.Reason, rejected.LogDetail), work, item);
            case WebhookException error:
                return ResultOf(error, handler, work, item);
            default:
                return InboxResult.Done();
        }
    }

    private InboxResult ResultOf(Exception error, WebhookHandler handler, InboxWork work, InboxItem item) =>
        error switch
        {
            PermanentFailureException => Dead(Failure.Of(error), work, item),
            // What is the sender's fault does not pass; nobody sends it anew.
            WebhookException { Status: >= 400 and < 500 and not (408 or 425 or 429) } => Dead(Failure.Of(error), work, item),
            RetryLaterException later => Failed(Failure.Of(error), handler, work, item, later.After),
            _ => Failed(Failure.Of(error), handler, work, item),
        };

    private InboxResult Failed(Failure failure, WebhookHandler handler, InboxWork work, InboxItem item, TimeSpan? after = null)
    {
        if (work.Attempt >= handler.Retry.MaxAttempts)
        {
            return Dead(failure, work, item);
        }

        var delay = after ?? handler.Retry.DelayAfter(work.Attempt, Jitter());
        telemetry.Retry(work, item, handler, failure, delay);
        return InboxResult.Retry(delay, failure.Type, failure.Message, failure.Fingerprint);
    }

    /// <summary>It is not tried again.</summary>
    public InboxResult Dead(Failure failure, InboxWork work, InboxItem? item)
    {
        telemetry.Dead(work, item, failure);
        return InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint);
    }

#pragma warning disable CA5394, RS0030 // Spreads load; nobody gains by guessing it.
    private static double Jitter() => Random.Shared.NextDouble();
#pragma warning restore CA5394, RS0030
}
