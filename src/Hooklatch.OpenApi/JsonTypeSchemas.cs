using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Hooklatch.OpenApi;

/// <summary>
/// The schemas of typed payloads and answers, as the plugin's own serializer context reads and writes them. Objects become components, so that
/// a type may contain itself.
/// </summary>
internal sealed class JsonTypeSchemas(OpenApiDocument document)
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true };

    public IOpenApiSchema Of(JsonTypeInfo type) =>
        Nullable.GetUnderlyingType(type.Type) is { } value ? OrNull(Of(value, type.Options))
        : type.PolymorphismOptions is { DerivedTypes.Count: > 0 } options ? AnyOf(type, options)
        : type.Kind switch
        {
            JsonTypeInfoKind.Object => Component(type),
            JsonTypeInfoKind.Enumerable => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(type.ElementType!, type.Options) },
            JsonTypeInfoKind.Dictionary => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = Of(type.ElementType!, type.Options),
            },
            _ => Scalar(type),
        };

    private IOpenApiSchema Of(Type type, JsonSerializerOptions options) => Of(options.GetTypeInfo(type));

    private OpenApiSchemaReference Component(JsonTypeInfo type)
    {
        var id = ComponentId.Of(type.Type);
        if (document.Components?.Schemas?.ContainsKey(id) is not true)
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object };
            // Known before its properties are visited: one of them may lead back here.
            document.AddComponent(id, schema);
            var properties = type.Properties.Where(property => !property.IsExtensionData).ToArray();
            schema.Properties = properties.ToDictionary(property => property.Name, Property);
            schema.Required = properties.Where(IsRequired).Select(property => property.Name).ToHashSet();
        }

        return new OpenApiSchemaReference(id, document);
    }

    private IOpenApiSchema Property(JsonPropertyInfo property)
    {
        // What a converter of the property's own writes, only the converter knows.
        var schema = property.CustomConverter is null ? Of(property.PropertyType, property.Options) : new OpenApiSchema();
        return property is { IsGetNullable: true, PropertyType.IsValueType: false } ? OrNull(schema) : schema;
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    /// <summary>The types that a value may have, by what its discriminator says.</summary>
    private OpenApiSchema AnyOf(JsonTypeInfo type, JsonPolymorphismOptions options)
    {
        var derived = options.DerivedTypes.ToDictionary(one => one, one => Component(type.Options.GetTypeInfo(one.DerivedType)));
        var named = derived.Where(one => one.Key.TypeDiscriminator is not null);
        return new OpenApiSchema
        {
            AnyOf = [.. derived.Values, .. type.Type.IsAbstract ? Array.Empty<IOpenApiSchema>() : [Component(type)]],
            Discriminator = new OpenApiDiscriminator
            {
                PropertyName = options.TypeDiscriminatorPropertyName,
                Mapping = named.ToDictionary(one => $"{one.Key.TypeDiscriminator}", one => one.Value),
            },
        };
    }

    /// <summary>What has no parts is described by the serializer itself: numbers, texts, enumerations, converters.</summary>
    private OpenApiSchema Scalar(JsonTypeInfo type) =>
        type.GetJsonSchemaAsNode(Exporter) is JsonObject schema
            ? new OpenApiJsonReader().ReadFragment<OpenApiSchema>(schema, OpenApiSpecVersion.OpenApi3_1, document, out _)!
            : new OpenApiSchema();

    private static OpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Enum: null, AnyOf: null } own)
        {
            // No type is any type, and null among them.
            own.Type |= JsonSchemaType.Null;
            return own;
        }

        return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema] };
    }
}
