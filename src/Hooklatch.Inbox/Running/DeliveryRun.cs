using System.Diagnostics;
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

    private static readonly TimeSpan WithoutRoom = TimeSpan.FromSeconds(5);

    /// <param name="queue">Its endpoint in this host.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="stopping">Cancelled when the host has to end.</param>
    public async Task<InboxResult> RunAsync(EndpointQueue queue, InboxWork work, InboxItem item, CancellationToken stopping)
    {
        var webhook = queue.WebhookFor(StoredFormat.MethodOf(item));
        if (!queue.IsServed || stopping.IsCancellationRequested)
        {
            return InboxResult.Released();
        }

        if (webhook is null)
        {
            var failure = Failure.Of("method", "No queued webhook of the path takes the method any more");
            telemetry.Dead(work, item, failure);
            return InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint);
        }

        var began = time.GetUtcNow();
        var timestamp = time.GetTimestamp();
        var handler = webhook.HandlerOf(item.Event, item.EventAction);
        using var span = InboxSpans.Begin(work, item);
        var result = handler is null
            // It was taken when it was stored. A version of the plugin that does not want it any more has nothing to do.
            ? InboxResult.Done()
            : await RunAsync(queue, webhook, handler, work, item, stopping);
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
        CancellationToken stopping
    )
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(handler.TimeoutSeconds), time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        // On a thread of its own from here on: a handler that never awaits must not hold up whoever began it.
        var running = Task.Run(() => InScopeAsync(queue, webhook, work, item, ending.Token), CancellationToken.None);
        try
        {
            if (await EndsAsync(running, timeout.Token))
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
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return InboxResult.Released();
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return Failed(Failure.Of("timeout", $"The handler did not end within {handler.TimeoutSeconds} s"), handler, work, item);
        }
#pragma warning disable CA1031 // The boundary: whatever a handler throws, its delivery fails and nothing else does.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return ResultOf(error, handler, work, item);
        }
    }

    /// <summary>Waits for the handler, and after its time for a while longer.</summary>
    private async Task<bool> EndsAsync(Task running, CancellationToken timeout)
    {
        var overdue = Task.Delay(Timeout.InfiniteTimeSpan, time, timeout);
        if (await Task.WhenAny(running, overdue) == running)
        {
            return true;
        }

        await running.WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return running.IsCompleted;
    }

    private async Task<WebhookResult> InScopeAsync(
        EndpointQueue queue,
        WebhookEndpoint webhook,
        InboxWork work,
        InboxItem item,
        CancellationToken ending
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = StoredFormat.Read(item, work.Attempt, scope.ServiceProvider, ending);
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
            case Rejection { Status: 503 } rejected:
                return InboxResult.Retry(time.GetUtcNow() + WithoutRoom, rejected.Reason, rejected.LogDetail, null);
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

#pragma warning disable CA5394, RS0030 // Spreads load; nobody gains by guessing it.
        var delay = after ?? handler.Retry.DelayAfter(work.Attempt, Random.Shared.NextDouble());
#pragma warning restore CA5394, RS0030
        telemetry.Retry(work, item, handler, failure, delay);
        return InboxResult.Retry(time.GetUtcNow() + delay, failure.Type, failure.Message, failure.Fingerprint);
    }

    private InboxResult Dead(Failure failure, InboxWork work, InboxItem item)
    {
        telemetry.Dead(work, item, failure);
        return InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint);
    }
}
