using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Binding;

/// <summary>
/// Binds the parameters of one verified delivery. Generated code asks it for one parameter after the other and then, once, whether anything
/// was wrong.
/// </summary>
/// <param name="context">The delivery.</param>
/// <param name="http">The request.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParameterBinder(WebhookContext context, HttpContext http)
{
    private const string Body = "$";

    /// <summary>Why the delivery is refused; <see langword="null"/> when every parameter has its value.</summary>
    public WebhookResult? Refusal =>
        context.HasInvalidJson ? (WebhookResult)Rejection.InvalidJson
        : context.Errors is { IsEmpty: false } errors ? (WebhookResult)errors
        : default(WebhookResult?);

    /// <summary>What is wrong with the parameters so far.</summary>
    public BindingErrors Errors => context.Errors ??= new BindingErrors();

    /// <summary>A header.</summary>
    public TextValue Header(string name) => new(context, name, http.Request.Headers[name]);

    /// <summary>A query parameter.</summary>
    public TextValue Query(string name) => new(context, name, http.Request.Query[name]);

    /// <summary>The body as a JSON element that may be kept.</summary>
    public JsonElement Element() => Required(Read(JsonElement.Parse, default)) is { } element ? element : default;

    /// <summary>The body as a JSON element that may be kept, or <see langword="null"/> where there is none.</summary>
    public JsonElement? ElementOrNull() => context.RawBody.IsEmpty ? null : Read(JsonElement.Parse, default);

    /// <summary>The body as a JSON node.</summary>
    public T Node<T>()
        where T : JsonNode => Required(NodeOrNull<T>())!;

    /// <summary>The body as a JSON node, or <see langword="null"/> where there is none or it is the literal <c>null</c>.</summary>
    public T? NodeOrNull<T>()
        where T : JsonNode
    {
        if (context.RawBody.IsEmpty || context.HasInvalidJson)
        {
            return null;
        }

        var node = Read(static (json, options) => JsonNode.Parse(json, documentOptions: options), null);
        if (node is null or T)
        {
            return (T?)node;
        }

        Errors.Add(Body, typeof(T) == typeof(JsonObject) ? "Expected an object." : "Expected an array.");
        return null;
    }

    /// <summary>The body as a value of a type that the plugin's context covers.</summary>
    public T Json<T>(JsonTypeInfo<T> type) => Required(JsonOrNull(type))!;

    /// <summary>The body as a value, or the default where there is none or it is the literal <c>null</c>.</summary>
    public T? JsonOrNull<T>(JsonTypeInfo<T> type)
    {
        if (context.RawBody.IsEmpty)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize(context.RawBody.Span, type);
        }
        catch (JsonException)
        {
            context.HasInvalidJson = true;
            return default;
        }
    }

    /// <summary>Notes whether the body was a JSON document.</summary>
    public void ExpectJson(bool isJson) => context.HasInvalidJson |= !isJson;

    private delegate T Parser<T>(ReadOnlySpan<byte> json, JsonDocumentOptions options);

    private T Read<T>(Parser<T> parse, T otherwise)
    {
        try
        {
            return parse(context.RawBody.Span, WebhookJson.Document);
        }
        catch (JsonException)
        {
            context.HasInvalidJson = true;
            return otherwise;
        }
    }

    private T Required<T>(T value)
    {
        // An empty body is asked for by itself: a value type has no null to tell it by.
        var isMissing = value is null || context.RawBody.IsEmpty;
        if (isMissing && !context.HasInvalidJson && context.Errors?.ByParameter.ContainsKey(Body) is not true)
        {
            Errors.Add(Body, "A request body is required.");
        }

        return value;
    }
}
