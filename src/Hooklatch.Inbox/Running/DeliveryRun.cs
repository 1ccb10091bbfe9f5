using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Running;

/// <summary>Runs a stored delivery once and says how it ended. Nothing that a handler does gets past it.</summary>
internal sealed class DeliveryRun(IServiceScopeFactory scopes, TimedRun timed, InboxTelemetry telemetry, TimeProvider time)
{
    /// <param name="queue">Its endpoint in this host.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="ending">Tells the handler when it has to end.</param>
    public async Task<InboxResult> RunAsync(EndpointQueue queue, InboxWork work, InboxItem item, RunEnding ending)
    {
        var began = time.GetUtcNow();
        var timestamp = time.GetTimestamp();
        if (StoredFormat.TryRead(item) is not { } details)
        {
            return timed.Dead(Failure.Of("details", "What was stored beside the body cannot be read"), work, item);
        }

        var webhook = queue.WebhookFor(details);
        var handler = webhook?.HandlerOf(item.Event, item.EventAction);
        var span = InboxTelemetry.Begin(work, item, details.TraceParent);
        // What was accepted is not dropped because another version of the plugin does not know it: a person decides.
        var result =
            webhook is null
                ? timed.Dead(
                    Failure.Of("webhook", $"The plugin has no queued webhook {LogText.Safe(details.Webhook)} any more"),
                    work,
                    item
                )
            : handler is null
                ? timed.Dead(Failure.Of("event", $"No handler takes the event {LogText.Safe(item.Event)} any more"), work, item)
            : await RunAsync(queue, webhook, handler, work, item, details, ending);
        var elapsed = time.GetElapsedTime(timestamp);
        telemetry.End(work, item, result, elapsed, span);
        return result with { StartedAt = began, Elapsed = elapsed, Handler = handler?.Target };
    }

    private Task<InboxResult> RunAsync(
        EndpointQueue queue,
        WebhookEndpoint webhook,
        WebhookHandler handler,
        InboxWork work,
        InboxItem item,
        StoredDetails details,
        RunEnding ending
    )
    {
        var policy = new RunPolicy(handler.Target, handler.Retry, handler.TimeoutSeconds);
        return timed.RunAsync(policy, work, item, ending, InScopeAsync);

        async Task<InboxResult> InScopeAsync(CancellationToken token)
        {
            await using var scope = scopes.CreateAsyncScope();
            var stored = StoredFormat.ToRequest(item, details, work.Attempt, scope.ServiceProvider, token);
            return ResultOf(await StoredRun.RunAsync(webhook, stored, queue.Share), policy, work, item);
        }
    }

    private InboxResult ResultOf(in WebhookResult result, RunPolicy policy, InboxWork work, InboxItem item)
    {
        switch (result.Body)
        {
            case BindingErrors errors:
                var message = string.Join(" ", errors.ByParameter.SelectMany(parameter => parameter.Value));
                return timed.Dead(Failure.Of("binding", message), work, item);
            // There is no room for a copy of the body now; that passes.
            case Rejection { Status: 503 }:
                return timed.Postponed(work, "the memory budget has no room for a copy of its body");
            case Rejection rejected:
                return timed.Dead(Failure.Of(rejected.Reason, rejected.LogDetail), work, item);
            case WebhookException error:
                return timed.ResultOf(error, policy, work, item);
            default:
                return InboxResult.Done();
        }
    }
}
