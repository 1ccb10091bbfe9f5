using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Notes the event and the delivery's id, in one pass, and answers a handshake with a body. A body that repeats a name on the way to one of them is
/// rejected: two readers could read two values. So is a form that cannot be read to its end, where one of them is a field of it.
/// </summary>
/// <param name="sender">Who sends to the endpoint.</param>
/// <param name="handshakes">The handshakes; <see langword="null"/> where there are none.</param>
internal sealed class IdentityGate(WebhookSender sender, EndpointHandshakes? handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http)
    {
        var identity = Identity.Note(sender, delivery, http);
        return delivery.FormValues is { Failure: { } failure } ? Reject(Rejection.Of(failure))
            : identity.RepeatsName ? Reject(Rejection.RepeatedName)
            : handshakes?.AnswerBodyAsync(delivery, http, identity.HandshakeValues ?? [], isVerified: true) ?? Passed;
    }
}
