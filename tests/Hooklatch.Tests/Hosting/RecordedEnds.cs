using System.Collections.Concurrent;
using System.Diagnostics;
using Hooklatch.Deliveries;
using Hooklatch.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Hosting;

/// <summary>How each delivery ended, for tests that look for a difference which the log, that leaves out what repeats itself, would hide.</summary>
internal sealed class RecordedEnds(IServiceProvider services) : IDeliveryObserver
{
    private readonly DeliveryObserver _observer = ActivatorUtilities.CreateInstance<DeliveryObserver>(services);

    public ConcurrentQueue<DeliveryEnd> All { get; } = new();

    public Activity? Begin(Delivery delivery) => _observer.Begin(delivery);

    public void End(Delivery delivery, in DeliveryEnd end, Activity? span)
    {
        All.Enqueue(end);
        _observer.End(delivery, end, span);
    }
}
