using Hooklatch.Deliveries;
using Hooklatch.Signing.Schemes;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>What a provider calls an event and a delivery.</summary>
internal static class Identity
{
    /// <summary>Reads and notes it.</summary>
    /// <returns>All of it, with the values of the body on which the answer to a handshake of the provider depends.</returns>
    public static DeliveryIdentity Note(WebhookSender sender, Delivery delivery, HttpContext http)
    {
        var identity = sender.Identify(new ReceivedRequest(http, form: delivery.FormValues), delivery.Body?.Memory ?? default);
        delivery.Identify(delivery.Verdict?.Event ?? identity.Event, identity.Action, delivery.Verdict?.DeliveryId ?? identity.Id);
        return identity with { RepeatsName = identity.RepeatsName || delivery.FormValues is { RepeatsName: true } };
    }
}
