using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hooklatch.Http;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>
/// The instruments of the inbox, of the meter <c>Hooklatch</c>. Every tag has few values: plugins, endpoints as declared, states. What is stored is counted by
/// <see cref="InboxGauges"/>.
/// </summary>
internal sealed class InboxMetrics
{
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _recorded;
    private readonly Histogram<double> _commit;
    private readonly Histogram<double> _run;
    private readonly Histogram<double> _lag;
    private readonly TimeProvider _time;

    public InboxMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create("Hooklatch");
        _accepted = meter.CreateCounter<long>(
            "hooklatch.inbox.accepted",
            "{delivery}",
            "Deliveries that came to the inbox, by what became of them."
        );
        _attempts = meter.CreateCounter<long>(
            "hooklatch.inbox.attempts",
            "{attempt}",
            "Tries that have ended, by the state of their delivery after it."
        );
        _recorded = meter.CreateCounter<long>(
            "hooklatch.inbox.recorded",
            "{delivery}",
            "Deliveries of inline webhooks that were to be recorded, by what became of that."
        );
        _commit = meter.CreateHistogram<double>("hooklatch.inbox.commit.duration", "s", "The time until a delivery is on stable storage.");
        _run = meter.CreateHistogram<double>("hooklatch.inbox.run.duration", "s", "The time that a handler ran.");
        _lag = meter.CreateHistogram<double>(
            "hooklatch.inbox.lag",
            "s",
            "The time from the request, or the end of a delay, to the end of the first try."
        );
    }

    public void Accepted(InboxItem item, InboxAcceptanceKind kind, TimeSpan elapsed)
    {
        var tags = TagsOf(item);
        _commit.Record(elapsed.TotalSeconds, tags);
        tags.Add(
            "hooklatch.inbox.result",
            kind switch
            {
                InboxAcceptanceKind.Accepted => "accepted",
                InboxAcceptanceKind.Duplicate => "duplicate",
                InboxAcceptanceKind.Requeued => "requeued",
                _ => "full",
            }
        );
        _accepted.Add(1, tags);
    }

    public void Ended(InboxWork work, InboxItem item, InboxResult result, TimeSpan elapsed)
    {
        if (!result.CountsAsTry)
        {
            return;
        }

        var tags = TagsOf(item);
        _run.Record(elapsed.TotalSeconds, tags);
        if (work.Attempt == 1)
        {
            _lag.Record((_time.GetUtcNow() - item.ReadyAt).TotalSeconds, tags);
        }

        tags.Add("hooklatch.inbox.state", NameOf(result.State));
        _attempts.Add(1, tags);
    }

    /// <param name="plugin">The plugin's key.</param>
    /// <param name="endpoint">The endpoint as declared.</param>
    /// <param name="result"><c>recorded</c>, <c>dropped</c> for want of room, or <c>failed</c>.</param>
    public void Recorded(string plugin, string endpoint, string result) =>
        _recorded.Add(
            1,
            new TagList
            {
                { "hooklatch.plugin", plugin },
                { "hooklatch.endpoint", endpoint },
                { "hooklatch.inbox.result", result },
            }
        );

    public static string NameOf(InboxState state) =>
        state switch
        {
            InboxState.Ready => "ready",
            InboxState.Leased => "leased",
            InboxState.Delayed => "delayed",
            InboxState.Waiting => "waiting",
            InboxState.Suspect => "suspect",
            InboxState.Done => "done",
            InboxState.Dead => "dead",
            InboxState.Quarantined => "quarantined",
            _ => "dismissed",
        };

    private static TagList TagsOf(InboxItem item) => new() { { "hooklatch.plugin", item.Plugin }, { "hooklatch.endpoint", item.Endpoint } };
}
