using System.Diagnostics;
using Hooklatch.Endpoints;
using Hooklatch.Inbox.Running;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>What operators see of the inbox: lines of the log, instruments, and a span for each run. What a listener of the host throws is theirs.</summary>
internal sealed class InboxTelemetry(InboxLog log, InboxMetrics metrics)
{
    public void Opened(string store) => log.Opened(store);

    /// <summary>Tells what a person has to do something about.</summary>
    public void Found(InboxDepth depth, bool isServed)
    {
        if (depth.Dead + depth.Quarantined > 0)
        {
            log.NeedsPerson(depth);
        }

        if (!isServed && depth.Ready + depth.Delayed > 0)
        {
            log.Unserved(depth);
        }
    }

    public void Unavailable(string store, Exception error) => log.Unavailable(store, error);

    public void Back(string store) => log.Back(store);

    public void Accepted(InboxItem item, InboxAcceptanceKind kind, TimeSpan elapsed) => metrics.Accepted(item, kind, elapsed);

    public void End(InboxWork work, InboxItem item, InboxResult result, TimeSpan elapsed, Activity? span)
    {
        metrics.Ended(item, result, elapsed);
        InboxSpans.End(result, span);
        if (result.State is InboxState.Done)
        {
            log.Handled(work, item, elapsed);
        }
    }

    public void Retry(InboxWork work, InboxItem item, WebhookHandler handler, Failure failure, TimeSpan delay) =>
        log.Retry(work, item, handler.Retry.MaxAttempts, failure, delay);

    public void Dead(InboxWork work, InboxItem? item, Failure failure) => log.Dead(work, item, failure);

    public void Hung(InboxWork work, InboxItem item, WebhookHandler handler) => log.Hung(work, item, handler.Target);

    public void Suspect(InboxWork work) => log.Suspect(work);

    public void Stale(InboxWork work) => log.Stale(work);

    public void Draining(int running) => log.Draining(running);

    public void Drained(int running) => log.Drained(running);
}
