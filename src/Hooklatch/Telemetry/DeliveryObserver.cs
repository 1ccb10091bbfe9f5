using System.Diagnostics;
using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Telemetry;

/// <summary>
/// Writes the log, the metrics and the span of each delivery, and keeps what is said of a refused one. What a logger or a listener of the host throws is theirs: the answer, the claim and
/// the others do not suffer from it.
/// </summary>
internal sealed class DeliveryObserver(
    DeliveryLog log,
    DeliveryMetrics metrics,
    RefusalRing refusals,
    IEnumerable<IDeliveryListener>? listeners = null
) : IDeliveryObserver
{
    private readonly IDeliveryListener[] _listeners = [.. listeners ?? []];

#pragma warning disable CA1031 // The boundary to the host's own loggers and listeners. A logger that fails cannot be told of it.
    public Activity? Begin(Delivery delivery)
    {
        try
        {
            return DeliverySpans.Begin(delivery);
        }
        catch (Exception)
        {
            return null;
        }
    }

    public void End(Delivery delivery, in DeliveryEnd end, Activity? span)
    {
        if (end.Outcome is DeliveryOutcome.Rejected)
        {
            refusals.Add(delivery, end);
        }

        try
        {
            // The span is still the current one, so that a line of the log belongs to it.
            log.Write(delivery, end);
        }
        catch (Exception)
        {
            // See above.
        }

        try
        {
            metrics.Count(delivery, end);
        }
        catch (Exception)
        {
            // See above.
        }

        foreach (var listener in _listeners)
        {
            try
            {
                listener.End(delivery, end);
            }
            catch (Exception)
            {
                // See above.
            }
        }

        try
        {
            DeliverySpans.End(delivery, end, span);
        }
        catch (Exception)
        {
            // See above.
        }
    }
#pragma warning restore CA1031
}
