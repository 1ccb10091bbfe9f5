using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Endpoints.Gates;

/// <summary>
/// Lets each delivery run once. What counts as the same delivery: the same id where the signature covers it, else the same id with the same
/// signature; within one plugin, endpoint, tenant and scheme, so that nobody can use up another's ids.
/// </summary>
internal sealed class DuplicateGate(WebhookEndpoint webhook, DeliveryLedger ledger, TimeProvider time) : Gate
{
    /// <summary>How long a copy waits for the one that is running; senders wait for ten seconds or so.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(8);

    private const int UsualBytes = 512;
    private static readonly RouteValueDictionary NoParameters = [];

    private readonly byte[] _endpoint = EndpointOf(webhook);

    /// <summary>Whether route values tell deliveries apart: those of the endpoint's parameters, or whatever names a tenant.</summary>
    private readonly bool _hasParameters =
        RouteTemplate.HasParameters(webhook.Template) || webhook.Sender.Verifier is SignatureVerifier { Tenants: not null };

    /// <summary>Claims the delivery for this request.</summary>
    /// <returns>The answer for a copy, or <see langword="null"/> where the delivery is to run.</returns>
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) =>
        KeyOf(delivery, http) is { } key ? ClaimAsync(key, delivery, http) : Passed;

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

    private DeliveryKey? KeyOf(Delivery context, HttpContext http)
    {
        var isIdentified =
            context.DeliveryId is not null
            && context.Body is { Length: > 0 }
            && !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method);
        if (!isIdentified)
        {
            return null;
        }

        var isCovered = webhook.Sender.DeliveryIdIsSigned || context.Verdict?.DeliveryId is not null;
        // Where there are none, asking for them would make a dictionary.
        var parameters = _hasParameters ? http.Request.RouteValues : NoParameters;
        var maxLength = _endpoint.Length + KeyFields.MaxLengthOf(context.DeliveryId);
        foreach (var (name, value) in parameters)
        {
            maxLength += KeyFields.MaxLengthOf(name) + KeyFields.MaxLengthOf(value as string);
        }

        var fields = new KeyFields(stackalloc byte[UsualBytes], maxLength);
        fields.Add(_endpoint);
        foreach (var (name, value) in parameters)
        {
            fields.Add(name);
            fields.Add(value as string);
        }

        fields.Add(context.DeliveryId);
        return fields.Complete(context.MatchedScheme, isCovered ? 0 : context.Fingerprint);
    }

    private static byte[] EndpointOf(WebhookEndpoint webhook)
    {
        var maxLength = KeyFields.MaxLengthOf(webhook.Plugin.Key) + KeyFields.MaxLengthOf(webhook.Template);
        var fields = new KeyFields(new byte[maxLength + KeyFields.Numbers], maxLength);
        fields.Add(webhook.Plugin.Key);
        fields.Add(webhook.Template);
        return fields.ToArray();
    }
}
