using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Description;
using Hooklatch.Endpoints;
using Hooklatch.Json;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Trials;

/// <summary>Makes a JSON document that a handler can read.</summary>
internal static class SampleJson
{
    private const int MaxDepth = 6;

    /// <summary>Where providers name the event in a body.</summary>
    private static readonly string[] EventPlaces =
    [
        "type",
        "event",
        "event_type",
        "eventType",
        "event.type",
        "topic",
        "trigger",
        "webhookEvent",
        "event_name",
        "meta.event_name",
        "action",
        "kind",
        "name",
    ];

    /// <summary>The provider's document with what the handler needs besides, or one that is made of that alone.</summary>
    public static (byte[] Body, string ContentType, IReadOnlyList<string> Added) Make(
        WebhookEndpoint webhook,
        SampleFile? file,
        EventNames names,
        WebhookDescription details
    )
    {
        JsonNode document =
            file is not null ? JsonNode.Parse(file.Text)!
            : details.Payload is { } payload ? OfType(payload, 0)
            : StartsWithArray(details) ? new JsonArray()
            : new JsonObject();
        var added = new List<string>();
        foreach (var value in details.Json.Where(value => !value.IsOptional))
        {
            if (!JsonPathReader.Read(value.Name).Exists(path => Has(document, path)))
            {
                document = Set(document, JsonPathReader.Read(value.Name)[0], ValueOf(value));
                added.Add(value.Name);
            }
        }

        NameEvent(webhook, document, file, names);
        return (Encoding.UTF8.GetBytes(document.ToJsonString()), "application/json", file is null ? [] : added);
    }

    private static bool StartsWithArray(WebhookDescription details) =>
        details.Json.Any(value => JsonPathReader.Read(value.Name)[0] is [{ Name: null }, ..]);

    private static JsonNode ValueOf(ValueDescription value) =>
        value.IsList && !value.Name.Contains("[*]", StringComparison.Ordinal)
            ? new JsonArray(Placeholder.Json(value))
            : Placeholder.Json(value);

    private static bool Has(JsonNode? scope, IReadOnlyList<JsonPathStep> path)
    {
        foreach (var step in path)
        {
            scope = scope switch
            {
                JsonObject node when step.Name is { } name => node[name],
                JsonArray { Count: > 0 } list when step.Name is null => list.ElementAtOrDefault(Math.Max(0, step.Index)),
                _ => null,
            };
        }

        return scope is not null;
    }

    /// <summary>Puts a value at a path, and what is missing on the way to it.</summary>
    private static JsonNode Set(JsonNode? scope, List<JsonPathStep> path, JsonNode value)
    {
        if (path.Count == 0)
        {
            return value;
        }

        var (step, rest) = (path[0], path.Skip(1).ToList());
        if (step.Name is { } name)
        {
            var node = scope as JsonObject ?? [];
            var inner = node[name];
            node.Remove(name);
            node[name] = Set(inner, rest, value);
            return node;
        }

        var list = scope as JsonArray ?? [];
        var index = Math.Clamp(step.Index, 0, 16);
        while (list.Count <= index)
        {
            list.Add((JsonNode?)null);
        }

        var element = list[index];
        list[index] = null;
        list[index] = Set(element, rest, value);
        return list;
    }

    private static void NameEvent(WebhookEndpoint webhook, JsonNode document, SampleFile? file, EventNames names)
    {
        if (document is not JsonObject root || names.Name is not { } name)
        {
            return;
        }

        if (names.Action is { } action)
        {
            root["action"] = action;
        }

        if (webhook.Sender.EventHeader is not null || NameOf(webhook, root) == name)
        {
            return;
        }

        // Where the sample names its own event stands the name of this one.
        if (file is not null && Replace(root, file.Event, name) && NameOf(webhook, root) == name)
        {
            return;
        }

        foreach (var place in EventPlaces)
        {
            var before = root.DeepClone().AsObject();
            Set(root, JsonPathReader.Read(place)[0], JsonValue.Create(name));
            if (NameOf(webhook, root) == name)
            {
                return;
            }

            Restore(root, before);
        }
    }

    private static void Restore(JsonObject root, JsonObject before)
    {
        root.Clear();
        foreach (var (key, value) in before.ToList())
        {
            before.Remove(key);
            root[key] = value;
        }
    }

    /// <summary>The event as the webhook finds it.</summary>
    private static string? NameOf(WebhookEndpoint webhook, JsonObject document) =>
        webhook.Sender.Identify(new ReceivedRequest(new DefaultHttpContext()), Encoding.UTF8.GetBytes(document.ToJsonString())).Event;

    private static bool Replace(JsonObject scope, string from, string to)
    {
        foreach (var (key, value) in scope.ToList())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var found) && found == from)
            {
                scope[key] = to;
                return true;
            }

            if (value is JsonObject inner && Replace(inner, from, to))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A document of a type, as its serializer context describes it.</summary>
    private static JsonNode OfType(JsonTypeInfo type, int depth)
    {
        if (type.Kind is JsonTypeInfoKind.Enumerable)
        {
            return new JsonArray();
        }

        if (type.Kind is not JsonTypeInfoKind.Object || depth == MaxDepth)
        {
            return type.Kind is JsonTypeInfoKind.None && !type.Type.IsEnum ? Placeholder.Json(type.Type) : new JsonObject();
        }

        var node = new JsonObject();
        foreach (
            var property in type.Properties.Where(property =>
                property.Set is not null || property.IsRequired || property.AssociatedParameter is not null
            )
        )
        {
            if (Inner(type, property.PropertyType) is { } inner && !(property.PropertyType.IsEnum && !property.IsRequired))
            {
                node[property.Name] = OfType(inner, depth + 1);
            }
        }

        return node;
    }

    private static JsonTypeInfo? Inner(JsonTypeInfo type, Type property)
    {
        try
        {
            return type.Options.GetTypeInfo(property);
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
