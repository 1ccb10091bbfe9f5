using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Reads the body within size, time and budget, verifies it and brings it to the shape that the handler takes; or hands it on while it arrives,
/// where the headers alone verify.
/// </summary>
internal sealed class BodyGate(WebhookEndpoint webhook, WebhookBodies bodies) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http)
    {
        var reading = bodies.ReceiveAsync(delivery, http);
        return reading.IsCompletedSuccessfully ? Reject(Answer(reading.Result)) : AwaitAsync(reading);
    }

    private async ValueTask<WebhookResult?> AwaitAsync(ValueTask<Rejection?> reading) => await Reject(Answer(await reading));

    private Rejection? Answer(Rejection? rejected) => rejected is null ? null : webhook.Sender.Answer(rejected);
}
