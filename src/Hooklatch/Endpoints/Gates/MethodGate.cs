using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Lets pass the methods that the endpoint takes. Routing lets in the methods of a provider's handshakes besides; what is no handshake ends here,
/// unless only the verifier can tell.
/// </summary>
/// <param name="webhook">The endpoint.</param>
/// <param name="handshakes">The handshakes; <see langword="null"/> where there are none.</param>
internal sealed class MethodGate(WebhookEndpoint webhook, EndpointHandshakes? handshakes) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        webhook.Takes(http.Request.Method) || handshakes?.IsForVerifier(http) is true
            ? Passed
            : Reject(Rejection.MethodNotAllowed(webhook.Methods));
}
