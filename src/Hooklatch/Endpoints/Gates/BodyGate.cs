using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Reads the body within size, time and budget, verifies it and brings it to the shape that the handler takes; or hands it on while it arrives,
/// where the headers alone verify.
/// </summary>
internal sealed class BodyGate(WebhookEndpoint webhook, WebhookBodies bodies, RefusalReport refusals) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http)
    {
        var reading = bodies.ReceiveAsync(delivery, http);
        return reading.IsCompletedSuccessfully ? Reject(Answer(reading.Result, delivery, http)) : AwaitAsync(reading, delivery, http);
    }

    private async ValueTask<WebhookResult?> AwaitAsync(ValueTask<Rejection?> reading, Delivery delivery, HttpContext http) =>
        await Reject(Answer(await reading, delivery, http));

    private Rejection? Answer(Rejection? rejected, Delivery delivery, HttpContext http) =>
        rejected is null ? null : refusals.Attach(webhook.Sender.Answer(rejected), delivery, http);
}
