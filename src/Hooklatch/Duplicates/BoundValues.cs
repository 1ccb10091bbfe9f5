using Hooklatch.Deliveries;
using Hooklatch.Description;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Duplicates;

/// <summary>
/// The values of the request that the handlers of an endpoint bind besides the body. Where the id of a delivery is not signed, they belong to
/// what identifies a duplicate: a captured delivery that is sent with another of these values must not replace the genuine one.
/// </summary>
/// <param name="headers">The headers that any handler binds.</param>
/// <param name="query">The query values that any handler binds; <see langword="null"/> for all, where an author reads the request.</param>
internal sealed class BoundValues(string[] headers, string[]? query)
{
    /// <summary>What a sender or a proxy writes anew for each attempt, besides what <see cref="IsVolatile"/> finds by its words.</summary>
    private static readonly string[] WrittenAnew =
    [
        "Date",
        "Age",
        "Via",
        "Forwarded",
        "User-Agent",
        "Connection",
        "Content-Length",
        "Traceparent",
        "Tracestate",
        "Baggage",
        "Request-Id",
        "X-Request-Id",
    ];

    private readonly bool _isEmpty = headers is [] && query is [];

    public static BoundValues Of(IEnumerable<WebhookDescription> handlers, bool readsRequest)
    {
        var descriptions = handlers.ToArray();
        return new BoundValues(
            NamesOf(descriptions.SelectMany(handler => handler.Headers)),
            readsRequest ? null : NamesOf(descriptions.SelectMany(handler => handler.Query))
        );
    }

    /// <summary>The most bytes that <see cref="AddTo"/> adds.</summary>
    public int MaxLengthIn(Delivery delivery)
    {
        var length = 0;
        if (_isEmpty)
        {
            return length;
        }

        foreach (var (name, value) in In(delivery))
        {
            length += KeyFields.MaxLengthOf(name) + KeyFields.MaxLengthOf(value);
        }

        return length;
    }

    /// <summary>Adds the values that the delivery has, each with its name.</summary>
    public void AddTo(ref KeyFields fields, Delivery delivery)
    {
        if (_isEmpty)
        {
            return;
        }

        foreach (var (name, value) in In(delivery))
        {
            fields.Add(name);
            fields.Add(value);
        }
    }

    private IEnumerable<(string Name, string? Value)> In(Delivery delivery)
    {
        foreach (var name in headers)
        {
            foreach (var value in delivery.Headers[name])
            {
                yield return (name, value);
            }
        }

        // Where no handler binds a query value, asking for one would parse the query.
        foreach (var (name, values) in query is [] ? [] : QueryIn(delivery))
        {
            foreach (var value in values)
            {
                yield return (name, value);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, StringValues>> QueryIn(Delivery delivery) =>
        query is null
            ? delivery.Query.Where(value => !IsVolatile(value.Key))
            : query.Select(name => KeyValuePair.Create(name, delivery.Query[name]));

    private static string[] NamesOf(IEnumerable<ValueDescription> values) =>
        [.. values.Select(value => value.Name).Where(name => !IsVolatile(name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// Whether a value differs from one attempt to the next of the same delivery: a counter of attempts, such as Slack's
    /// <c>X-Slack-Retry-Num</c>, or what the transport writes. With it, every retry would run.
    /// </summary>
    private static bool IsVolatile(string name) =>
        name.Contains("retry", StringComparison.OrdinalIgnoreCase)
        || name.Contains("retries", StringComparison.OrdinalIgnoreCase)
        || name.Contains("attempt", StringComparison.OrdinalIgnoreCase)
        || name.Contains("redeliver", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("-Trace-Id", StringComparison.OrdinalIgnoreCase)
        || WrittenAnew.Contains(name, StringComparer.OrdinalIgnoreCase);
}
