using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Answers what a verifier in code found to be a handshake. A request that came in by the method of a handshake and is none is no delivery.
/// </summary>
internal sealed class VerifierHandshakeGate(WebhookEndpoint webhook) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        delivery.Verdict?.Answer is { } answer ? new(WebhookResult.Handshake(StatusCodes.Status200OK, answer.ContentType, answer.Body))
        : webhook.Takes(http.Request.Method) ? Passed
        : Reject(Rejection.MethodNotAllowed(webhook.Methods));
}
