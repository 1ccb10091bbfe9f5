using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Writes what is taken from a JSON document: where the values stand, and how each of them is read.</summary>
internal static class JsonValueEmitter
{
    /// <summary>The construction of the shape that finds the values.</summary>
    public static string Shape(IEnumerable<JsonValueModel> values) =>
        $"new({string.Join(", ", values.Select(value => Literal.String(value.Path.Text)))})";

    /// <summary>The expression that reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="number">The number of its path in the shape.</param>
    /// <param name="enums">The names of enums that the class being written holds.</param>
    public static string Read(JsonValueModel value, int number, JsonEnumEmitter enums)
    {
        var type = $"<{value.Target.NonNullType}, {Reader(value.Target, value.Path.Dimensions, enums)}>";
        return value switch
        {
            { Target.IsNullableStruct: true, Default: null or "null" } => $"json.OrNull{type}({Literal.Number(number)})",
            { Default: { } fallback } => $"json.Or{type}({Literal.Number(number)}, {fallback})",
            { Target.IsNullable: true } => $"json.Or{type}({Literal.Number(number)}, null)",
            { Path.Dimensions: > 0 } => $"json.Or{type}({Literal.Number(number)}, [])",
            _ => $"json.Required{type}({Literal.Number(number)})",
        };
    }

    private static string Reader(JsonTargetModel target, int dimensions, JsonEnumEmitter enums) =>
        target switch
        {
            JsonItemModel { Enum: { } names } => enums.ReaderFor(names),
            JsonItemModel item => item.Reader,
            JsonCollectionModel collection =>
                $"Json{collection.Kind}Of<{collection.Element.Type}, {Element(collection.Element, dimensions - 1, enums)}>",
            _ => throw new NotSupportedException(target.Type),
        };

    /// <summary>An element may be missing where its type is nullable, or where the path says that it is a list of its own.</summary>
    private static string Element(JsonTargetModel element, int dimensions, JsonEnumEmitter enums)
    {
        var reader = Reader(element, dimensions, enums);
        return element switch
        {
            { IsNullableStruct: true } => $"JsonNullableOf<{element.NonNullType}, {reader}>",
            { IsNullable: true } => $"JsonOptionalOf<{element.NonNullType}, {reader}>",
            JsonCollectionModel when dimensions > 0 => $"JsonEmptyOf<{element.NonNullType}, {reader}>",
            _ => reader,
        };
    }
}
