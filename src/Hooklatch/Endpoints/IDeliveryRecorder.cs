using Hooklatch.Deliveries;
using Hooklatch.Inbox;

namespace Hooklatch.Endpoints;

/// <summary>
/// Keeps deliveries that were handled while their sender waited, for people to look at. The package Hooklatch.Inbox has it; a host without a store has none.
/// </summary>
internal interface IDeliveryRecorder
{
    /// <summary>Whether the deliveries of an inline endpoint are kept.</summary>
    bool Records(WebhookEndpoint webhook);

    /// <summary>Keeps a delivery later, if there is room. It waits for nothing.</summary>
    /// <param name="webhook">The endpoint.</param>
    /// <param name="size">How many bytes the delivery takes, before they are taken.</param>
    /// <param name="keep">Takes them.</param>
    /// <param name="end">How it ended.</param>
    void Record(WebhookEndpoint webhook, long size, Func<InboxItem> keep, in DeliveryEnd end);
}
