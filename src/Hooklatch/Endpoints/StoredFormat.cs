using System.Buffers;
using System.Text.Json;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Endpoints;

/// <summary>
/// Writes what is kept of a delivery as an item of the inbox, and reads it back. The details are JSON, so that a person who opens the store can read them;
/// what a later version adds, an earlier one skips.
/// </summary>
internal static class StoredFormat
{
    private const string Webhook = "webhook";
    private const string Method = "method";
    private const string ContentType = "contentType";
    private const string Headers = "headers";
    private const string Query = "query";
    private const string Route = "route";
    private const string Inline = "inline";
    private const string Scheme = "scheme";
    private const string Secret = "secret";
    private const string Mark = "secretMark";
    private const string TraceParent = "traceparent";

    public static InboxItem Write(StoredRequest request, WebhookEndpoint webhook, ReadOnlyMemory<byte> identity, string? orderKey) =>
        new()
        {
            Plugin = webhook.Plugin.Key,
            Endpoint = webhook.Template,
            ReceivedAt = request.ReceivedAt,
            Body = request.Body,
            Payload = request.Payload,
            Details = WriteDetails(request, webhook),
            Event = request.Event,
            EventAction = request.EventAction,
            DeliveryId = request.DeliveryId,
            Identity = identity,
            OrderKey = orderKey,
        };

    /// <returns><see langword="null"/> where the details were not written by <see cref="Write"/>.</returns>
    public static StoredDetails? TryRead(InboxItem item)
    {
        var details = new StoredDetails();
        try
        {
            ReadDetails(item.Details.Span, details);
            return details;
        }
        // What is no JSON, a value of another kind, a number that is none of ours.
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What a run is bound from.</summary>
    /// <param name="item">What was stored.</param>
    /// <param name="details">Its details.</param>
    /// <param name="attempt">Which try this is.</param>
    /// <param name="services">The services of the run.</param>
    /// <param name="stopping">Cancelled when the run has to end.</param>
    public static StoredRequest ToRequest(
        InboxItem item,
        StoredDetails details,
        int attempt,
        IServiceProvider services,
        CancellationToken stopping
    ) =>
        new()
        {
            Body = item.Body,
            Payload = item.Payload,
            Method = details.Method,
            ContentType = details.ContentType,
            Headers = new HeaderDictionary(details.Headers),
            Query = details.Query.Count == 0 ? QueryCollection.Empty : new QueryCollection(details.Query),
            RouteValues = details.Route,
            Event = item.Event,
            EventAction = item.EventAction,
            DeliveryId = item.DeliveryId,
            MatchedScheme = details.Scheme,
            SecretIndex = details.Secret,
            TraceParent = details.TraceParent,
            ReceivedAt = item.ReceivedAt,
            Attempt = attempt,
            IsReplay = item.ReplayOf is not null,
            Services = services,
            Stopping = stopping,
        };

    private static byte[] WriteDetails(StoredRequest request, WebhookEndpoint webhook)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString(Webhook, webhook.Id);
        if (webhook.Mode is WebhookMode.Inline)
        {
            json.WriteBoolean(Inline, true);
        }

        json.WriteString(Method, request.Method);
        if (request.ContentType is { } type)
        {
            json.WriteString(ContentType, type);
        }

        WriteValues(json, Headers, request.Headers);
        WriteValues(json, Query, request.Query);
        if (request.RouteValues.Count > 0)
        {
            json.WriteStartObject(Route);
            foreach (var (name, value) in request.RouteValues)
            {
                json.WriteString(name, value as string);
            }

            json.WriteEndObject();
        }

        if (request.MatchedScheme != 0)
        {
            json.WriteNumber(Scheme, request.MatchedScheme);
        }

        if (request.SecretIndex is { } secret)
        {
            json.WriteNumber(Secret, secret);
        }

        if (request.SecretMark is { } mark)
        {
            json.WriteNumber(Mark, mark);
        }

        if (request.TraceParent is { } parent)
        {
            json.WriteString(TraceParent, parent);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var isOpen = false;
        foreach (var (key, texts) in values)
        {
            if (texts.Count == 0)
            {
                continue;
            }

            if (!isOpen)
            {
                json.WriteStartObject(name);
                isOpen = true;
            }

            json.WriteStartArray(key);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        if (isOpen)
        {
            json.WriteEndObject();
        }
    }

    private static void ReadDetails(ReadOnlySpan<byte> details, StoredDetails into)
    {
        var json = new Utf8JsonReader(details);
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case Webhook:
                    into.Webhook = json.GetString() ?? "";
                    break;
                case Method:
                    into.Method = json.GetString() ?? "";
                    break;
                case ContentType:
                    into.ContentType = json.GetString();
                    break;
                case Headers:
                    ReadValues(ref json, into.Headers);
                    break;
                case Query:
                    ReadValues(ref json, into.Query);
                    break;
                case Route:
                    ReadRoute(ref json, into.Route);
                    break;
                case Inline:
                    into.IsInline = json.GetBoolean();
                    break;
                case Scheme:
                    into.Scheme = json.GetInt32();
                    break;
                case Secret:
                    into.Secret = json.GetInt32();
                    break;
                case Mark:
                    into.SecretMark = json.GetInt32();
                    break;
                case TraceParent:
                    into.TraceParent = json.GetString();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private static void ReadValues(ref Utf8JsonReader json, Dictionary<string, StringValues> into)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            var texts = default(StringValues);
            json.Read();
            while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                texts = StringValues.Concat(texts, json.GetString());
            }

            into[name] = texts;
        }
    }

    private static void ReadRoute(ref Utf8JsonReader json, RouteValueDictionary into)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            into[name] = json.GetString();
        }
    }
}
