using Hooklatch.Bodies.Forms;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints;

namespace Hooklatch.Pipeline;

/// <summary>Runs a delivery that was received before: bound from what was kept, by the code that binds one that comes in.</summary>
internal static class StoredRun
{
    /// <summary>Binds the delivery and runs the handler that takes its event.</summary>
    /// <returns>What the handler answers, which nobody waits for; or why it could not be bound.</returns>
    public static async ValueTask<WebhookResult> RunAsync(WebhookEndpoint webhook, StoredRequest stored)
    {
        var delivery = new Delivery(webhook, stored);
        try
        {
            // A payload that was in a field of a form is out of it since it came in.
            if ((stored.Payload is null || webhook.FormEnvelope is null) && webhook.BodyUse is BodyUse.Form or BodyUse.Files)
            {
                var form = await FormReader.ReadAsync(
                    delivery.Body!,
                    stored.ContentType,
                    FormLimits.Of(webhook.FormLimits),
                    stored.Stopping
                );
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
