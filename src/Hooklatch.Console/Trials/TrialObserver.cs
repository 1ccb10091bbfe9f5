using Hooklatch.Deliveries;

namespace Hooklatch.Console.Trials;

/// <summary>Keeps how a test ended. Nothing else hears of it: no log, no metric, no list of refusals.</summary>
internal sealed class TrialObserver : IDeliveryObserver
{
    /// <summary>The delivery.</summary>
    public Delivery? Delivery { get; private set; }

    /// <summary>How it ended.</summary>
    public DeliveryEnd Ended { get; private set; }

    public System.Diagnostics.Activity? Begin(Delivery delivery) => null;

    public void End(Delivery delivery, in DeliveryEnd end, System.Diagnostics.Activity? span) => (Delivery, Ended) = (delivery, end);
}
