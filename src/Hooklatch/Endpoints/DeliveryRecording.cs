using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Endpoints;

/// <summary>Has the deliveries of one inline endpoint recorded that passed every gate. What was refused is not: nobody has verified it.</summary>
internal sealed class DeliveryRecording(WebhookEndpoint webhook, IDeliveryRecorder recorder)
{
    private readonly StoredRequests _requests = new(webhook);

    /// <summary>What records the deliveries of an endpoint; <see langword="null"/> where nothing does.</summary>
    public static DeliveryRecording? Of(WebhookEndpoint webhook, IDeliveryRecorder? recorder) =>
        webhook.Mode is WebhookMode.Inline && recorder?.Records(webhook) is true ? new(webhook, recorder) : null;

    /// <summary>Takes what is kept of a delivery that has ended, while its body is still there. Whatever goes wrong is no concern of its sender.</summary>
    public void Record(Delivery delivery, in DeliveryEnd end)
    {
        // A body that the handler read while it arrived is gone.
        if (!delivery.IsTaken || delivery.Arriving is not null || end.Outcome is DeliveryOutcome.Unhandled)
        {
            return;
        }

#pragma warning disable CA1031 // What is spooled may not be readable, and a recorder must not spoil what it looks at.
        try
        {
            var size = (delivery.Received?.Length ?? 0) + (delivery.Body?.Length ?? 0);
            recorder.Record(webhook, size, () => Keep(delivery), end);
        }
        catch (Exception)
        {
            // See above.
        }
#pragma warning restore CA1031
    }

    private Inbox.InboxItem Keep(Delivery delivery) =>
        StoredFormat.Write(_requests.Keep(delivery, delivery.Services), webhook, identity: default, orderKey: null);
}
