namespace Hooklatch.Deliveries;

/// <summary>
/// Hears of each delivery that has ended, besides the log and the metrics. It is called on the thread of the request, so it neither waits nor allocates; what
/// it throws reaches nobody.
/// </summary>
internal interface IDeliveryListener
{
    /// <summary>A delivery has ended.</summary>
    /// <param name="delivery">The delivery. Its body is given back already.</param>
    /// <param name="end">How it ended.</param>
    void End(Delivery delivery, in DeliveryEnd end);
}
