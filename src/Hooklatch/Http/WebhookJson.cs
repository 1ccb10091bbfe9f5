using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Http;

/// <summary>The JSON options of a plugin. Generated code calls this once per serializer context.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WebhookJson
{
    /// <summary>The deepest nesting that is read. Deeper documents are answered 400.</summary>
    public const int MaxDepth = 64;

    internal static readonly JsonTypeInfo Node = JsonMetadataServices.CreateValueInfo<JsonNode?>(
        Documents(),
        JsonMetadataServices.JsonNodeConverter
    );

    internal static readonly JsonTypeInfo Element = JsonMetadataServices.CreateValueInfo<JsonElement>(
        Documents(),
        JsonMetadataServices.JsonElementConverter
    );

    /// <summary>How raw documents are read: strict JSON (RFC 8259), no comments, no trailing commas, no repeated names.</summary>
    internal static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>
    /// The options by which a context's types are read and written: the context's own if its author chose them, else
    /// <see cref="JsonSerializerDefaults.Web"/>. In both, repeated names are rejected and the depth is bounded.
    /// </summary>
    /// <param name="context">The plugin's context.</param>
    /// <param name="hasOwnOptions">Whether the context carries <see cref="JsonSourceGenerationOptionsAttribute"/>.</param>
    public static JsonSerializerOptions Options(JsonSerializerContext context, bool hasOwnOptions)
    {
        ArgumentNullException.ThrowIfNull(context);
        // A context's Default options know nothing of the Web defaults: {"name": …} would not reach a property Name.
        var options = hasOwnOptions ? new JsonSerializerOptions(context.Options) : Web();
        options.TypeInfoResolver = context;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = MaxDepth;
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The metadata of a type that the generator found to be covered.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>A document brings its own values; no type is ever looked up.</summary>
    private static JsonSerializerOptions Documents() => new(Web()) { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    /// <summary>
    /// As minimal APIs do: what is served as application/json need not be escaped for HTML
    /// (Microsoft.AspNetCore.Http.Json.JsonOptions).
    /// </summary>
    private static JsonSerializerOptions Web() =>
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };
}
