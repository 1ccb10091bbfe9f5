using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Configuration;

/// <summary>
/// Writes a configuration class as JSON: the schema by which editors complete its settings, and a skeleton of them to start from. The skeleton
/// holds what must be configured and what it is safe to repeat; a default that only running the program tells is left out.
/// </summary>
internal static class ConfigSchema
{
    public static string Properties(EquatableArray<ConfigPropertyModel> properties) =>
        JsonWriter.Object(properties.Select(property => (property.Name, (string?)Property(property))));

    public static string Skeleton(EquatableArray<ConfigPropertyModel> properties) =>
        JsonWriter.Object(properties.Select(property => (property.Name, Placeholder(property))));

    private static string Property(ConfigPropertyModel property)
    {
        var members = Value(property.Value, property.IsNullable || property.Value.IsNullableValue);
        return JsonWriter.Object([
            ("description", property.Description is { } description ? JsonWriter.String(description) : null),
            .. members,
            ("default", property.Default),
            ("writeOnly", property.IsSecret ? "true" : null),
        ]);
    }

    private static (string, string?)[] Value(ConfigValueModel value, bool isNullable) =>
        value.Kind switch
        {
            ConfigKind.Array or ConfigKind.List => [Type("array", isNullable), ("items", JsonWriter.Object(Value(value.Element!, false)))],
            ConfigKind.Dictionary =>
            [
                Type("object", isNullable),
                ("additionalProperties", JsonWriter.Object(Value(value.Element!, false))),
            ],
            ConfigKind.Object =>
            [
                Type("object", isNullable),
                ("properties", Properties(value.Properties)),
                ("required", RequiredArray(value.Properties)),
                ("additionalProperties", "false"),
            ],
            ConfigKind.Member =>
            [
                ("enum", JsonWriter.Array(value.Members.Select(JsonWriter.String).Concat(isNullable ? ["null"] : Array.Empty<string>()))),
            ],
            ConfigKind.Address => [Type("string", isNullable), ("format", JsonWriter.String("uri-reference"))],
            _ => [Type(value.JsonType, isNullable)],
        };

    private static (string, string?) Type(string type, bool isNullable) =>
        ("type", isNullable ? JsonWriter.Array([JsonWriter.String(type), JsonWriter.String("null")]) : JsonWriter.String(type));

    /// <summary>What an editor should miss. A secret that is required is better configured elsewhere.</summary>
    public static IEnumerable<string> Required(EquatableArray<ConfigPropertyModel> properties) =>
        properties.Where(property => property is { IsRequired: true, IsSecret: false }).Select(property => property.Name);

    private static string? RequiredArray(EquatableArray<ConfigPropertyModel> properties) =>
        Required(properties).Any() ? JsonWriter.Array(Required(properties).Select(JsonWriter.String)) : null;

    private static string? Placeholder(ConfigPropertyModel property) =>
        property switch
        {
            { Value.Kind: ConfigKind.Object, IsRequired: true } or { Value.Kind: ConfigKind.Object, Default: not null } => Skeleton(
                property.Value.Properties
            ),
            { Default: { } value } => value,
            _ when property.IsSecret || property.IsRequired => Blank(property.Value),
            _ when property.IsNullable || property.Value.IsNullableValue => "null",
            _ => null,
        };

    private static string Blank(ConfigValueModel value) =>
        value switch
        {
            { Kind: ConfigKind.Array or ConfigKind.List } => "[]",
            { Kind: ConfigKind.Dictionary or ConfigKind.Object } => "{}",
            { Kind: ConfigKind.Member, Members: [var first, ..] } => JsonWriter.String(first),
            { JsonType: "integer" or "number" } => "0",
            { JsonType: "boolean" } => "false",
            _ => "\"\"",
        };
}
