using Hooklatch.Verification;
using Hooklatch.Verification.Rules;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Pipeline.Gates;

/// <summary>What a provider calls an event and a delivery.</summary>
internal static class Identity
{
    /// <summary>Reads and notes it.</summary>
    /// <returns>The values of the body on which the answer to a question of the provider depends.</returns>
    public static string?[] Note(WebhookSender sender, WebhookContext delivery, HttpContext http)
    {
        var identity = sender.Identify(new SignedRequest(http), delivery.Body?.Memory ?? default);
        delivery.Event = delivery.Verdict?.Event ?? identity.Event;
        delivery.EventAction = identity.Action;
        delivery.DeliveryId = delivery.Verdict?.DeliveryId ?? identity.Id;
        return identity.HandshakeValues ?? [];
    }
}
