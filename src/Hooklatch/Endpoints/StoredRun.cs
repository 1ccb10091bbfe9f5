using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Endpoints;

/// <summary>Runs a delivery that was received before: bound from what was kept, by the code that binds one that comes in.</summary>
internal static class StoredRun
{
    /// <summary>Binds the delivery and runs the handler that takes its event.</summary>
    /// <param name="webhook">The endpoint.</param>
    /// <param name="stored">What was kept of the delivery. Whoever loaded it answers for its own bytes.</param>
    /// <param name="share">What the run adds to them: copies that the handler may keep, and buffers around a form.</param>
    /// <returns>What the handler answers, which nobody waits for; or why it could not be bound.</returns>
    public static async ValueTask<WebhookResult> RunAsync(WebhookEndpoint webhook, StoredRequest stored, BodyBudget.Share share)
    {
        var delivery = new Delivery(webhook.Key, stored, share);
        try
        {
            // A payload that was in a field of a form is out of it since it came in.
            if ((stored.Payload is null || webhook.FormEnvelope is null) && webhook.BodyUse is BodyUse.Form or BodyUse.Files)
            {
                var form = await FormReader.ReadAsync(delivery.Body!, stored.ContentType, WebhookBodies.LimitsOf(webhook), stored.Stopping);
                if (!form.Succeeded)
                {
                    return Rejection.Of(form.Failure!);
                }

                delivery.Form = form.Form!;
            }

            return await webhook.HandleAsync(delivery);
        }
        finally
        {
            delivery.Body?.Dispose();
        }
    }
}
