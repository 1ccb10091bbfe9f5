using System.Diagnostics;
using Hooklatch.Deliveries;
using Hooklatch.Description;
using Hooklatch.Signing.Text;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Endpoints;

/// <summary>
/// Makes of the deliveries to one endpoint what is kept of them, so that they can run later: their bytes, and of headers and query what handlers of the
/// endpoint bind. What verified them is left out, also where a handler binds it, and so is what sounds like a credential and nobody says that it is none.
/// </summary>
internal sealed class StoredRequests
{
    private readonly string[] _headers;
    private readonly string[] _query;
    private readonly WebhookVerifier _verifier;

    public StoredRequests(WebhookEndpoint webhook)
    {
        _verifier = webhook.Sender.Verifier;
        var details = webhook.Handlers.Select(handler => handler.Details).ToArray();
        _headers = NamesOf(details.SelectMany(handler => handler.Headers), webhook);
        _query = NamesOf(details.SelectMany(handler => handler.Query), webhook);
    }

    /// <summary>Keeps a verified and identified delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="services">The services of the run to come.</param>
    public StoredRequest Keep(Delivery delivery, IServiceProvider services)
    {
        if (delivery.Arriving is not null)
        {
            throw new InvalidOperationException("A body that is read while it arrives is not kept.");
        }

        return new StoredRequest
        {
            Body = (delivery.Received ?? delivery.Body)?.Memory.ToArray(),
            Payload = delivery.Received is null ? default(ReadOnlyMemory<byte>?) : delivery.Body!.Memory.ToArray(),
            Method = delivery.Http.Request.Method,
            ContentType = delivery.ContentType,
            Headers = HeadersOf(delivery),
            Query = QueryOf(delivery),
            RouteValues = new RouteValueDictionary(delivery.RouteValues),
            Event = delivery.Event,
            EventAction = delivery.EventAction,
            DeliveryId = delivery.DeliveryId,
            MatchedScheme = delivery.MatchedScheme,
            SecretIndex = delivery.SecretIndex,
            SecretMark = _verifier.MarkOf(delivery),
            ReceivedAt = delivery.ReceivedAt,
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null,
            Services = services,
        };
    }

    private HeaderDictionary HeadersOf(Delivery delivery)
    {
        var headers = new HeaderDictionary(_headers.Length);
        foreach (var name in _headers)
        {
            headers[name] = delivery.Headers[name];
        }

        return headers;
    }

    private QueryCollection QueryOf(Delivery delivery)
    {
        if (_query.Length == 0)
        {
            return QueryCollection.Empty;
        }

        var query = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _query)
        {
            if (delivery.Query.TryGetValue(name, out var values))
            {
                query[name] = values;
            }
        }

        return new QueryCollection(query);
    }

    private static string[] NamesOf(IEnumerable<ValueDescription> values, WebhookEndpoint webhook) =>
        [
            .. values
                .Where(value => value.IsNoCredential || !CredentialNames.Match(value.Name))
                .Select(value => value.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(name => !webhook.Sender.Verifier.ProvesWith(name)),
        ];
}
