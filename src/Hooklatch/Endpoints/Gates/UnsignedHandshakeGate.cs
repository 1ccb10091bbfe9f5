using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Answers what a provider asks with the request line and headers alone, which nobody signs.</summary>
internal sealed class UnsignedHandshakeGate(EndpointHandshakes handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        handshakes.AnswerUnsignedAsync(delivery, http);
}
