using System.Diagnostics;
using Hooklatch.Deliveries;

namespace Hooklatch.Telemetry;

/// <summary>Writes the log, the metrics and the span of each delivery.</summary>
internal sealed class DeliveryObserver(DeliveryLog log, DeliveryMetrics metrics) : IDeliveryObserver
{
    public Activity? Begin(Delivery delivery) => DeliverySpans.Begin(delivery);

    public void End(Delivery delivery, in DeliveryEnd end, Activity? span)
    {
        // The span is still the current one, so that a line of the log belongs to it.
        log.Write(delivery, end);
        metrics.Count(delivery, end);
        DeliverySpans.End(delivery, end, span);
    }
}
