using Hooklatch.Description;
using Hooklatch.Endpoints;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Deliveries;

/// <summary>
/// The parts of a request that a delivery is bound from, once they were verified and kept. No header and no query parameter of it is a signature or a
/// token: neither is needed again. What a sender writes into its body stays there.
/// </summary>
internal sealed record StoredRequest
{
    /// <summary>The body exactly as it was received.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The payload, where the body held it encrypted or in a field of a form.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    public required string Method { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The headers that handlers of the endpoint bind.</summary>
    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    public RouteValueDictionary RouteValues { get; init; } = [];

    public string? Event { get; init; }

    public string? EventAction { get; init; }

    public string? DeliveryId { get; init; }

    public int MatchedRule { get; init; }

    public int? SecretIndex { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The services of this run.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Cancelled when the run has to end.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>
    /// Keeps a verified delivery: its bytes, and of headers and query what handlers of its endpoint bind. What verified it is left out,
    /// also where a handler binds it.
    /// </summary>
    /// <param name="delivery">The delivery, verified and identified.</param>
    /// <param name="webhook">Its endpoint.</param>
    /// <param name="services">The services of the run to come.</param>
    public static StoredRequest Of(Delivery delivery, WebhookEndpoint webhook, IServiceProvider services)
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
            MatchedRule = delivery.MatchedRule,
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
