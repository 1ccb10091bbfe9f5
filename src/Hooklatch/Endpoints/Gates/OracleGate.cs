using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Rejects a delivery that anyone could have had signed by asking a handshake that is answered with a MAC.</summary>
internal sealed class OracleGate(WebhookEndpoint webhook, EndpointHandshakes handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        handshakes.IsOracleFor(delivery, http) ? Reject(webhook.Sender.Answer(Rejection.InvalidSignature)) : Passed;
}
