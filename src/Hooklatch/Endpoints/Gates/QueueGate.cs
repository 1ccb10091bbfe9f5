using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Http;
using Hooklatch.Inbox;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Stores a delivery of a queued endpoint, and answers that it was. What no handler takes is not stored, and a copy is answered as the first one was.
/// </summary>
internal sealed class QueueGate(WebhookEndpoint webhook, IInbox inbox) : Gate
{
    private readonly DeliveryKeys? _keys = webhook.DetectsDuplicates ? new(webhook) : null;
    private readonly StoredRequests _requests = new(webhook);
    private readonly OrderKey? _order = webhook.OrderPath is { } path ? new(path) : null;

    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        webhook.HandlerOf(delivery.Event, delivery.EventAction) is not { } handler ? new(WebhookResult.Unhandled())
        : webhook.Check(handler, delivery) is { } rejected ? Reject(rejected)
        : AcceptAsync(delivery, http);

    private async ValueTask<WebhookResult?> AcceptAsync(Delivery delivery, HttpContext http)
    {
        var request = _requests.Keep(delivery, http.RequestServices);
        var order = _order?.Of(request.Payload ?? request.Body, request.RouteValues);
        var item = StoredFormat.Write(request, webhook, IdentityOf(delivery, http), order);
        // A copy is answered as the first one was, also where the provider has words for it.
        var status = delivery.Verdict?.Acknowledgement is not null
            ? StatusCodes.Status200OK
            : webhook.Sender.Acknowledgement?.Status ?? webhook.Sender.QueuedStatus;
        try
        {
            return (await inbox.AcceptAsync(webhook, item))?.Kind switch
            {
                null => Rejection.OutOfBudget,
                InboxAcceptanceKind.Full => Rejection.InboxFull,
                InboxAcceptanceKind.Duplicate => WebhookResult.Duplicate(status),
                _ => WebhookResult.Queued(status),
            };
        }
        catch (InboxUnavailableException)
        {
            return Rejection.InboxUnavailable;
        }
    }

    private ReadOnlyMemory<byte> IdentityOf(Delivery delivery, HttpContext http) => _keys?.KeyOf(delivery, http)?.ToBytes();
}
