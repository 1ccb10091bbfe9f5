using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Description;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>The schemas of single values: parameters, form fields, and what <c>[FromJson]</c> takes.</summary>
internal static class ValueSchemas
{
    /// <summary>The types that are not plain text, with the formats of the OpenAPI Format Registry.</summary>
    private static readonly Dictionary<Type, (JsonSchemaType? Type, string? Format)> Known = new()
    {
        [typeof(bool)] = (JsonSchemaType.Boolean, null),
        [typeof(sbyte)] = (JsonSchemaType.Integer, "int8"),
        [typeof(byte)] = (JsonSchemaType.Integer, "uint8"),
        [typeof(short)] = (JsonSchemaType.Integer, "int16"),
        [typeof(ushort)] = (JsonSchemaType.Integer, "uint16"),
        [typeof(int)] = (JsonSchemaType.Integer, "int32"),
        [typeof(uint)] = (JsonSchemaType.Integer, "uint32"),
        [typeof(long)] = (JsonSchemaType.Integer, "int64"),
        [typeof(ulong)] = (JsonSchemaType.Integer, "uint64"),
        [typeof(nint)] = (JsonSchemaType.Integer, null),
        [typeof(nuint)] = (JsonSchemaType.Integer, null),
        [typeof(Int128)] = (JsonSchemaType.Integer, null),
        [typeof(UInt128)] = (JsonSchemaType.Integer, null),
        [typeof(Half)] = (JsonSchemaType.Number, null),
        [typeof(float)] = (JsonSchemaType.Number, "float"),
        [typeof(double)] = (JsonSchemaType.Number, "double"),
        [typeof(decimal)] = (JsonSchemaType.Number, "decimal"),
        [typeof(char)] = (JsonSchemaType.String, "char"),
        [typeof(byte[])] = (JsonSchemaType.String, "byte"),
        [typeof(Guid)] = (JsonSchemaType.String, "uuid"),
        [typeof(Uri)] = (JsonSchemaType.String, "uri-reference"),
        [typeof(DateTime)] = (JsonSchemaType.String, "date-time"),
        [typeof(DateTimeOffset)] = (JsonSchemaType.String, "date-time"),
        [typeof(DateOnly)] = (JsonSchemaType.String, "date"),
        [typeof(TimeOnly)] = (JsonSchemaType.String, "time"),
        [typeof(IFormFile)] = (JsonSchemaType.String, "binary"),
        [typeof(JsonObject)] = (JsonSchemaType.Object, null),
        [typeof(JsonArray)] = (JsonSchemaType.Array, null),
        [typeof(JsonElement)] = (null, null),
        [typeof(JsonNode)] = (null, null),
        [typeof(JsonValue)] = (null, null),
        [typeof(ReadOnlyMemory<byte>)] = (null, null),
    };

    public static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    public static OpenApiSchema Of(ValueDescription value)
    {
        var (type, format) = Known.GetValueOrDefault(value.Type, (JsonSchemaType.String, null));
        var one = new OpenApiSchema
        {
            Type = type,
            Format = format,
            Enum = value.OneOf?.Select(JsonNode (name) => JsonValue.Create(name)).ToList(),
            Default = value.Default is { } otherwise ? ToJson(otherwise) : null,
        };
        return value.IsList ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }

    private static JsonValue? ToJson(object value) =>
        value switch
        {
            bool flag => JsonValue.Create(flag),
            float or double or decimal => ToNumber((IConvertible)value),
            char or string or Enum => JsonValue.Create(value.ToString()),
            _ => JsonValue.Create(((IConvertible)value).ToDecimal(CultureInfo.InvariantCulture)),
        };

    /// <summary>JSON has no number for infinities and NaN.</summary>
    private static JsonValue? ToNumber(IConvertible value) =>
        value.ToDouble(CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
