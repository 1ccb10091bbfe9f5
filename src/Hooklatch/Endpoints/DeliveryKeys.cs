using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Http;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Endpoints;

/// <summary>
/// Tells the deliveries to one endpoint apart. What counts as the same delivery: the same id where the signature covers it. Otherwise the same id, signed
/// text, method and event, and the same values that handlers bind: what decides which handler runs, and with what. All of it counts within one plugin,
/// endpoint, tenant and scheme, so that nobody can use up another's ids.
/// </summary>
internal sealed class DeliveryKeys(WebhookEndpoint webhook)
{
    private const int UsualBytes = 512;
    private static readonly RouteValueDictionary NoParameters = [];

    private readonly byte[] _endpoint = EndpointOf(webhook);

    /// <summary>Whether route values tell deliveries apart: those of the endpoint's parameters, or whatever names a tenant.</summary>
    private readonly bool _hasParameters =
        RouteTemplate.HasParameters(webhook.Template) || webhook.Sender.Verifier is SignatureVerifier { Tenants: not null };

    /// <summary>
    /// What the handlers bind besides the body; <see langword="null"/> where the signature covers the id, so that an unsigned value does not
    /// make a new delivery of a captured one.
    /// </summary>
    private readonly BoundValues? _bound = webhook.Sender.DeliveryIdIsSigned
        ? null
        : BoundValues.Of(webhook.Handlers.Select(handler => handler.Details), webhook.ReadsRequest);

    /// <summary>What tells a delivery that comes in from others; <see langword="null"/> where nothing does.</summary>
    public DeliveryKey? KeyOf(Delivery context, HttpContext http)
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

        var sender = webhook.Sender;
        var bound = context.Verdict?.DeliveryId is null ? _bound : null;
        // Where there are none, asking for them would make a dictionary.
        var parameters = _hasParameters ? http.Request.RouteValues : NoParameters;
        var fields = new KeyFields(stackalloc byte[UsualBytes], MaxLengthOf(context, http, parameters, bound));
        fields.Add(_endpoint);
        foreach (var (name, value) in parameters)
        {
            fields.Add(name);
            fields.Add(value as string);
        }

        fields.Add(context.DeliveryId);
        if (bound is not null)
        {
            fields.Add(http.Request.Method);
            fields.Add(context.Event);
            fields.Add(context.EventAction);
            bound.AddTo(ref fields, context);
        }

        var isIdentifiedByText = bound is not null || sender.DeliveryIdIsShared;
        return fields.Complete(context.MatchedScheme, isIdentifiedByText ? context.Fingerprint : 0);
    }

    private int MaxLengthOf(Delivery context, HttpContext http, RouteValueDictionary parameters, BoundValues? bound)
    {
        var length = _endpoint.Length + KeyFields.MaxLengthOf(context.DeliveryId);
        foreach (var (name, value) in parameters)
        {
            length += KeyFields.MaxLengthOf(name) + KeyFields.MaxLengthOf(value as string);
        }

        return bound is null
            ? length
            : length
                + KeyFields.MaxLengthOf(http.Request.Method)
                + KeyFields.MaxLengthOf(context.Event)
                + KeyFields.MaxLengthOf(context.EventAction)
                + bound.MaxLengthIn(context);
    }

    private static byte[] EndpointOf(WebhookEndpoint webhook)
    {
        // Endpoints of different methods may share a path.
        var maxLength = KeyFields.MaxLengthOf(webhook.Plugin.Key) + KeyFields.MaxLengthOf(webhook.Id);
        var fields = new KeyFields(new byte[maxLength + KeyFields.Numbers], maxLength);
        fields.Add(webhook.Plugin.Key);
        fields.Add(webhook.Id);
        return fields.ToArray();
    }
}
