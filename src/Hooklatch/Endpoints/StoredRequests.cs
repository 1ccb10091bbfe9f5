using Hooklatch.Deliveries;
using Hooklatch.Description;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Endpoints;

/// <summary>Makes of a delivery what is kept of it, so that it can run later.</summary>
internal static class StoredRequests
{
    /// <summary>
    /// Keeps a verified delivery: its bytes, and of headers and query what handlers of its endpoint bind. What verified it is left out,
    /// also where a handler binds it.
    /// </summary>
    /// <param name="delivery">The delivery, verified and identified.</param>
    /// <param name="webhook">Its endpoint.</param>
    /// <param name="services">The services of the run to come.</param>
    public static StoredRequest Keep(Delivery delivery, WebhookEndpoint webhook, IServiceProvider services)
    {
        if (delivery.Arriving is not null)
        {
            throw new InvalidOperationException("A body that is read while it arrives is not kept.");
        }

        var details = webhook.Handlers.Select(handler => handler.Details).ToArray();
        var headers = new HeaderDictionary();
        foreach (var name in NamesOf(details.SelectMany(handler => handler.Headers), webhook))
        {
            headers[name] = delivery.Headers[name];
        }

        var query = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in NamesOf(details.SelectMany(handler => handler.Query), webhook))
        {
            if (delivery.Query.TryGetValue(name, out var values))
            {
                query[name] = values;
            }
        }

        return new StoredRequest
        {
            Body = (delivery.Received ?? delivery.Body)?.Memory.ToArray(),
            Payload = delivery.Received is null ? default(ReadOnlyMemory<byte>?) : delivery.Body!.Memory.ToArray(),
            Method = delivery.Http.Request.Method,
            ContentType = delivery.ContentType,
            Headers = headers,
            Query = new QueryCollection(query),
            RouteValues = new RouteValueDictionary(delivery.RouteValues),
            Event = delivery.Event,
            EventAction = delivery.EventAction,
            DeliveryId = delivery.DeliveryId,
            MatchedScheme = delivery.MatchedScheme,
            SecretIndex = delivery.SecretIndex,
            ReceivedAt = delivery.ReceivedAt,
            Services = services,
        };
    }

    private static IEnumerable<string> NamesOf(IEnumerable<ValueDescription> values, WebhookEndpoint webhook) =>
        values
            .Select(value => value.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !webhook.Sender.Verifier.ProvesWith(name));
}
