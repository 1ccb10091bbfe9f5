using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Duplicates;

/// <summary>
/// Lets each delivery run once. What counts as the same delivery: the same id where the signature covers it, else the same id with the same
/// signature; within one plugin, endpoint, tenant and rule, so that nobody can use up another's ids.
/// </summary>
internal sealed class DuplicateGate(WebhookHandler webhook, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>How long a copy waits for the one that is running; senders wait for ten seconds or so.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>Claims the delivery for this request.</summary>
    /// <returns>The answer for a copy, or <see langword="null"/> where the delivery is to run.</returns>
    public async ValueTask<WebhookResult?> ClaimAsync(WebhookContext context, HttpContext http)
    {
        if (KeyOf(context, http) is not { } key)
        {
            return null;
        }

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
                await ended.WaitAsync(LongestWait, time, http.RequestAborted);
            }
            catch (TimeoutException)
            {
                return Rejection.CopyIsRunning;
            }
        }
    }

    private UInt128? KeyOf(WebhookContext context, HttpContext http)
    {
        var isIdentified =
            webhook.DetectsDuplicates
            && context.DeliveryId is not null
            && context.Body is { Length: > 0 }
            && !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method);
        if (!isIdentified)
        {
            return null;
        }

        var isCovered = webhook.Sender.DeliveryIdIsSigned || context.Verdict?.DeliveryId is not null;
        var fields = new KeyFields(
            http.Request.RouteValues.Sum(value => KeyFields.Most(value.Key) + KeyFields.Most(value.Value as string))
                + KeyFields.Most(webhook.Plugin.Key)
                + KeyFields.Most(webhook.Endpoint)
                + KeyFields.Most(context.DeliveryId)
        );
        fields.Add(webhook.Plugin.Key);
        fields.Add(webhook.Endpoint);
        foreach (var (name, value) in http.Request.RouteValues)
        {
            fields.Add(name);
            fields.Add(value as string);
        }

        fields.Add(context.DeliveryId);
        return fields.Complete(context.MatchedRule, isCovered ? 0 : context.Fingerprint);
    }
}
