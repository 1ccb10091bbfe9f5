using System.Diagnostics;

namespace Hooklatch.Deliveries;

/// <summary>Hears of every delivery to an endpoint twice: when it comes in, and once when it has ended, whatever became of it.</summary>
internal interface IDeliveryObserver
{
    /// <summary>A delivery has reached its endpoint; nothing of it is known yet.</summary>
    /// <returns>The span that it runs in; <see langword="null"/> where nobody traces.</returns>
    Activity? Begin(Delivery delivery);

    /// <summary>It has ended. Nothing that is thrown here reaches the sender.</summary>
    void End(Delivery delivery, in DeliveryEnd end, Activity? span);
}
