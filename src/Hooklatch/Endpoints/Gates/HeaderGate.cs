using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Checks what the headers alone can tell of the sender. A request without any signature may be a handshake of a provider that has nothing to
/// sign with yet, or nothing to sign.
/// </summary>
/// <param name="sender">Who sends to the endpoint.</param>
/// <param name="handshakes">The handshakes; <see langword="null"/> where there are none.</param>
/// <param name="bodies">Reads the body of such a handshake.</param>
/// <param name="refusals">Explains what is refused.</param>
internal sealed class HeaderGate(WebhookSender sender, EndpointHandshakes? handshakes, WebhookBodies bodies, RefusalReport refusals) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http)
    {
        var check = sender.Verifier.CheckHeadersAsync(delivery, http);
        return !check.IsCompletedSuccessfully ? AwaitAsync(check, delivery, http)
            : check.Result is { } rejected ? EndAsync(rejected, delivery, http)
            : Passed;
    }

    private async ValueTask<WebhookResult?> AwaitAsync(ValueTask<Rejection?> check, Delivery delivery, HttpContext http) =>
        await check is { } rejected ? await EndAsync(rejected, delivery, http) : null;

    private async ValueTask<WebhookResult?> EndAsync(Rejection rejected, Delivery delivery, HttpContext http)
    {
        if (handshakes is not null && rejected.IsUnsigned && await AnswerAsync(handshakes, delivery, http) is { } asked)
        {
            return asked;
        }

        refusals.Explain(rejected, delivery, http, body: null);
        return refusals.Attach(sender.Answer(rejected), delivery, http);
    }

    private async ValueTask<WebhookResult?> AnswerAsync(EndpointHandshakes handshakes, Delivery delivery, HttpContext http) =>
        await handshakes.AnswerEmptyAsync(delivery, http) is { } asked ? asked
        : handshakes.HasUnsignedBody
        && await bodies.TryReadHandshakeAsync(delivery, http)
        && Identity.Note(sender, delivery, http) is { RepeatsName: false } identity
            ? await handshakes.AnswerBodyAsync(delivery, http, identity.HandshakeValues ?? [], isVerified: false)
        : null;
}
