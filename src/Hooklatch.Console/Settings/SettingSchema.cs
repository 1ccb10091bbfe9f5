using System.Text.Json;

namespace Hooklatch.Console.Settings;

/// <summary>What a JSON schema says of one setting.</summary>
/// <param name="Type">What it is read as, for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Default">What counts where it is not set.</param>
/// <param name="IsSecret">Whether it holds a secret.</param>
/// <param name="Holds">What may stand below it.</param>
internal sealed record SettingSchema(string? Type, string? Description, string? Default, bool IsSecret, SettingHolds Holds)
{
    /// <summary>The settings of a schema's <c>properties</c>, those within objects by their paths below it.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="prefix">What their paths begin with.</param>
    public static IEnumerable<(string Path, SettingSchema Schema)> Read(JsonElement properties, string prefix = "")
    {
        foreach (var property in properties.EnumerateObject())
        {
            var path = prefix + property.Name;
            if (property.Value.TryGetProperty("properties", out var inner) && !IsTrue(property.Value, "writeOnly"))
            {
                foreach (var nested in Read(inner, path + ":"))
                {
                    yield return nested;
                }
            }
            else
            {
                yield return (path, Of(property.Value));
            }
        }
    }

    private static SettingSchema Of(JsonElement schema) =>
        new(TypeOf(schema), Text(schema, "description"), DefaultOf(schema), IsTrue(schema, "writeOnly"), HoldsOf(schema));

    private static string? TypeOf(JsonElement schema) =>
        schema.TryGetProperty("enum", out var members)
            ? string.Join(" or ", members.EnumerateArray().Select(Plain).Where(one => one != "null"))
        : schema.TryGetProperty("type", out var type) && Named(type) is { } name ? Qualified(schema, name)
        : schema.TryGetProperty("anyOf", out _) ? "string or array of string"
        : null;

    private static string? Named(JsonElement type) =>
        type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(Plain).FirstOrDefault(name => name != "null") : Plain(type);

    private static string Qualified(JsonElement schema, string name) =>
        name switch
        {
            "array" when schema.TryGetProperty("items", out var items) && TypeOf(items) is { } item => $"array of {item}",
            "object"
                when schema.TryGetProperty("additionalProperties", out var values)
                    && values.ValueKind is JsonValueKind.Object
                    && TypeOf(values) is { } value => $"{value} by name",
            _ when Text(schema, "format") is { } format => $"{name} ({format})",
            _ => name,
        };

    private static SettingHolds HoldsOf(JsonElement schema)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            return items.TryGetProperty("properties", out _) ? SettingHolds.Objects : SettingHolds.Values;
        }

        if (schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind is JsonValueKind.Object)
        {
            return values.TryGetProperty("properties", out _) || IsTrue(values, "writeOnly") ? SettingHolds.Objects : SettingHolds.Names;
        }

        return schema.TryGetProperty("anyOf", out _) ? SettingHolds.Values
            // An object of which nothing is known.
            : schema.TryGetProperty("type", out var type) && Named(type) == "object" ? SettingHolds.Objects
            : SettingHolds.Value;
    }

    private static string? DefaultOf(JsonElement schema) =>
        !IsTrue(schema, "writeOnly") && schema.TryGetProperty("default", out var value) ? Plain(value) : null;

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    private static bool IsTrue(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static string Plain(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
