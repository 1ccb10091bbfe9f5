using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Lets pass the media types that the endpoint reads, in UTF-8 and not compressed. A verifier reads its handshakes by itself.</summary>
/// <param name="webhook">The endpoint.</param>
/// <param name="handshakes">The handshakes; <see langword="null"/> where there are none.</param>
internal sealed class ContentGate(WebhookEndpoint webhook, EndpointHandshakes? handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        handshakes?.IsForVerifier(http) is true ? Passed : Reject(MediaTypeGate.Check(http.Request, webhook, webhook.BodyUse));
}
