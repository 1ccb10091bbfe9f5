using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hooklatch.Deliveries;

namespace Hooklatch.Telemetry;

/// <summary>
/// The meter <c>Hooklatch</c>. Every tag has few values: plugins, endpoints as declared, outcomes, and the reasons of <see cref="DeliveryEnd"/>.
/// Nothing that a sender writes is one.
/// </summary>
internal sealed class DeliveryMetrics
{
    public const string MeterName = "Hooklatch";

    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _bodySize;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _deliveries = meter.CreateCounter<long>(
            "hooklatch.deliveries",
            "{delivery}",
            "Deliveries that have ended, whatever became of them."
        );
        _duration = meter.CreateHistogram<double>(
            "hooklatch.delivery.duration",
            "s",
            "The time from the first gate to the end of the answer."
        );
        _bodySize = meter.CreateHistogram<long>("hooklatch.body.size", "By", "The length of bodies that were read.");
    }

    public void Count(Delivery delivery, in DeliveryEnd end)
    {
        if (!_deliveries.Enabled && !_duration.Enabled && !_bodySize.Enabled)
        {
            return;
        }

        var tags = new TagList { { "hooklatch.plugin", delivery.Plugin }, { "hooklatch.endpoint", delivery.Endpoint } };
        if (end.Bytes > 0)
        {
            _bodySize.Record(end.Bytes, tags);
        }

        tags.Add("hooklatch.outcome", OutcomeNames.Of(end.Outcome));
        _duration.Record(end.Elapsed.TotalSeconds, tags);
        if (end.Reason is { } reason)
        {
            tags.Add("hooklatch.reason", reason);
        }

        _deliveries.Add(1, tags);
    }
}
