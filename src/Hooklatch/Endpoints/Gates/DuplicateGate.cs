using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Lets each delivery run once.</summary>
internal sealed class DuplicateGate(WebhookEndpoint webhook, DeliveryLedger ledger, TimeProvider time) : Gate
{
    /// <summary>How long a copy waits for the one that is running; senders wait for ten seconds or so.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);

    private readonly DeliveryKeys _keys = new(webhook);

    /// <summary>Claims the delivery for this request.</summary>
    /// <returns>The answer for a copy, or <see langword="null"/> where the delivery is to run.</returns>
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        _keys.KeyOf(delivery, http) is { } key ? ClaimAsync(key, delivery, http) : Passed;

    private async ValueTask<WebhookResult?> ClaimAsync(DeliveryKey key, Delivery context, HttpContext http)
    {
        while (true)
        {
            switch (ledger.Claim(key, out var claim, out var ended, out var status))
            {
                case ClaimOutcome.Claimed:
                    context.Claim = claim;
                    return null;
                case ClaimOutcome.Taken:
                    return WebhookResult.Duplicate(status);
            }

            try
            {
                // If the one that is running fails, this copy runs in its place.
                await ended.WaitAsync(MaxWait, time, http.RequestAborted);
            }
            catch (TimeoutException)
            {
                return Rejection.DuplicateInProgress;
            }
        }
    }
}
