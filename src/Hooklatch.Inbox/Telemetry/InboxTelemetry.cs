using System.Diagnostics;
using Hooklatch.Inbox.Running;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>
/// What operators see of the inbox: lines of the log, instruments, and a span for each run. What a logger or a listener of the host throws is theirs: no
/// delivery and no slot suffers from it.
/// </summary>
internal sealed class InboxTelemetry(InboxLog log, InboxMetrics metrics)
{
    public void Opened(string store) => Guard(() => log.Opened(store));

    /// <summary>Tells what a person has to do something about.</summary>
    public void Found(InboxDepth depth, bool isServed) =>
        Guard(() =>
        {
            if (depth.Dead + depth.Quarantined > 0)
            {
                log.NeedsPerson(depth);
            }

            if (!isServed && depth.Ready + depth.Delayed > 0)
            {
                log.Unserved(depth);
            }
        });

    public void Unavailable(string store, Exception error) => Guard(() => log.Unavailable(store, error));

    public void Back(string store) => Guard(() => log.Back(store));

    /// <summary>A change of the configuration has keys that cannot be used.</summary>
    public void KeysKept(string problems) => Guard(() => log.KeysKept(problems));

    public void Accepted(InboxItem item, InboxAcceptanceKind kind, TimeSpan elapsed) => Guard(() => metrics.Accepted(item, kind, elapsed));

    public void Recorded(string plugin, string endpoint, string result) => Guard(() => metrics.Recorded(plugin, endpoint, result));

    public static Activity? Begin(InboxWork work, InboxItem item, string? traceParent)
    {
        Activity? span = null;
        Guard(() => span = InboxSpans.Begin(work, item, traceParent));
        return span;
    }

    public void End(InboxWork work, InboxItem item, InboxResult result, TimeSpan elapsed, Activity? span)
    {
        if (result.State is InboxState.Done)
        {
            // The span is still the current one, so that a line of the log belongs to it.
            Guard(() => log.Handled(work, item, elapsed));
        }

        Guard(() => metrics.Ended(work, item, result, elapsed));
        Guard(() => InboxSpans.End(result, span));
    }

    public void Retry(InboxWork work, InboxItem item, int maxAttempts, Failure failure, TimeSpan delay) =>
        Guard(() => log.Retry(work, item, maxAttempts, failure, delay));

    public void Dead(InboxWork work, InboxItem? item, Failure failure) => Guard(() => log.Dead(work, item, failure));

    public void Postponed(InboxWork work, string reason, string? detail) => Guard(() => log.Postponed(work, reason, detail));

    public void ScheduleHeld(string plugin, string job, DateTimeOffset occurrence) =>
        Guard(() => log.ScheduleHeld(plugin, job, occurrence));

    public void ScheduleAhead(string plugin, string job, DateTimeOffset last) => Guard(() => log.ScheduleAhead(plugin, job, last));

    public void Hung(InboxWork work, InboxItem item, string target) => Guard(() => log.Hung(work, item, target));

    public void Suspect(InboxWork work) => Guard(() => log.Suspect(work));

    public void Stale(InboxWork work, bool isExpected) => Guard(() => log.Stale(work, isExpected));

    public void Draining(int running) => Guard(() => log.Draining(running));

    public void Drained(int running) => Guard(() => log.Drained(running));

    private static void Guard(Action tell)
    {
        try
        {
            tell();
        }
#pragma warning disable CA1031 // The boundary to the host's own loggers and listeners. A logger that fails cannot be told of it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // See above.
        }
    }
}
