using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Notes the event and the delivery's id, in one pass, and answers a handshake with a body.</summary>
/// <param name="sender">Who sends to the endpoint.</param>
/// <param name="handshakes">The handshakes; <see langword="null"/> where there are none.</param>
internal sealed class IdentityGate(WebhookSender sender, EndpointHandshakes? handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http)
    {
        var values = Identity.Note(sender, delivery, http);
        return handshakes?.AnswerBodyAsync(delivery, http, values, isVerified: true) ?? Passed;
    }
}
