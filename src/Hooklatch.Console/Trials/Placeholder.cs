using System.Text.Json.Nodes;
using Hooklatch.Description;

namespace Hooklatch.Console.Trials;

/// <summary>A value that stands for one that nobody knows, of the type that a handler reads.</summary>
internal static class Placeholder
{
    private const string Moment = "2026-01-01T00:00:00Z";

    /// <summary>The value as text, for a header, a field or a part of a path.</summary>
    public static string Text(ValueDescription value) =>
        Json(value) is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : Json(value).ToJsonString();

    /// <summary>The value as JSON.</summary>
    public static JsonNode Json(ValueDescription value) => value.OneOf is [var first, ..] ? JsonValue.Create(first) : Json(value.Type);

    /// <summary>A value of a type as JSON.</summary>
    public static JsonNode Json(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(bool) ? JsonValue.Create(true)
            : plain == typeof(Guid) ? JsonValue.Create("00000000-0000-4000-8000-000000000001")
            : plain == typeof(Uri) ? JsonValue.Create("https://example.com/")
            : plain == typeof(DateTimeOffset) || plain == typeof(DateTime) ? JsonValue.Create(Moment)
            : plain == typeof(DateOnly) ? JsonValue.Create(Moment[..10])
            : plain == typeof(TimeOnly) ? JsonValue.Create("00:00:00")
            : plain == typeof(TimeSpan) ? JsonValue.Create("00:01:00")
            : IsNumber(plain) ? JsonValue.Create(1)
            : plain == typeof(System.Text.Json.JsonElement) || typeof(JsonNode).IsAssignableFrom(plain) ? new JsonObject()
            : plain == typeof(byte[]) || plain == typeof(ReadOnlyMemory<byte>) ? JsonValue.Create("")
            : JsonValue.Create("sample");
    }

    private static bool IsNumber(Type type) =>
        type == typeof(System.Numerics.BigInteger)
        || type == typeof(Int128)
        || type == typeof(UInt128)
        || type == typeof(Half)
        || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
