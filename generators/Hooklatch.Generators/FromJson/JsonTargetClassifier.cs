using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.FromJson;

/// <summary>Decides how a parameter's type is read. The only place that sees a type's symbol.</summary>
internal static class JsonTargetClassifier
{
    private const string Bytes = "global::System.ReadOnlyMemory<byte>";

    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>Classifies a type; returns null and the problem if values of it cannot be read.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="dimensions">How many dimensions of a collection the path demands.</param>
    /// <param name="problem">The problem.</param>
    public static JsonTargetModel? Classify(ITypeSymbol type, int dimensions, out JsonProblem? problem)
    {
        problem = null;
        var isNullableStruct = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var nonNull = isNullableStruct
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var isNullable = isNullableStruct || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        var name = nonNull.ToDisplayString(WithNullability);
        var fullName = isNullable ? name + "?" : name;

        // Without a [*], a type such as byte[] is an item before it is a collection.
        if (dimensions == 0 && FindReader(nonNull) is { } item)
        {
            return new JsonItemModel(fullName, name, isNullable, nonNull.IsValueType, item.Reader, HandsOutBytes: name is Bytes, item.Enum);
        }

        if (JsonCollections.Find(nonNull) is var (kind, elementType))
        {
            if (Classify(elementType, Math.Max(0, dimensions - 1), out problem) is not { } element)
            {
                return null;
            }

            // Elements that nobody has annotated may be null, and so their type says it.
            var collection = nonNull is INamedTypeSymbol named ? $"{Unbound(named)}<{element.Type}>" : $"{element.Type}[]";
            return new JsonCollectionModel(
                isNullable ? collection + "?" : collection,
                collection,
                isNullable,
                nonNull.IsValueType,
                kind,
                element
            );
        }

        var shown = type.ToDisplayString();
        problem =
            dimensions > 0
                ? new JsonProblem(JsonProblemKind.CollectionExpected, $"'[*]' yields a collection, which '{shown}' is not")
                : new JsonProblem(
                    JsonProblemKind.UnsupportedType,
                    $"'{shown}' cannot be read from JSON; use a parsable type, an enum, a collection of these, or JsonElement"
                );
        return null;
    }

    private static (string Reader, JsonEnumModel? Enum)? FindReader(ITypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return FindTree(name) is { } tree ? (tree, null)
            : FindScalar(name) is { } scalar ? (scalar, null)
            : type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum ? ("", JsonEnumParser.Parse(@enum))
            : FindParsable(type) is { } parsable ? ($"{parsable}<{type.ToDisplayString(WithNullability)}>", null)
            : null;
    }

    private static string Unbound(INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));

    private static string? FindTree(string type) =>
        type switch
        {
            Bytes => "JsonTree.Raw",
            "global::System.Text.Json.JsonElement" => "JsonTree.Element",
            "global::System.Text.Json.Nodes.JsonNode"
            or "global::System.Text.Json.Nodes.JsonObject"
            or "global::System.Text.Json.Nodes.JsonArray"
            or "global::System.Text.Json.Nodes.JsonValue" => $"JsonTree.Node<{type}>",
            _ => null,
        };

    private static string? FindScalar(string type) =>
        type switch
        {
            "string" => "JsonString",
            "bool" => "JsonBoolean",
            "sbyte"
            or "byte"
            or "short"
            or "ushort"
            or "int"
            or "uint"
            or "long"
            or "ulong"
            or "nint"
            or "nuint"
            or "global::System.Int128"
            or "global::System.UInt128" => $"JsonInteger<{type}>",
            "float" or "double" or "decimal" or "global::System.Half" => $"JsonNumber<{type}>",
            "char" => "JsonText.Character",
            "byte[]" => "JsonText.Base64",
            "global::System.Guid" => "JsonText.Uuid",
            "global::System.Uri" => "JsonText.Uri",
            "global::System.DateTime" => "JsonTime.DateTime",
            "global::System.DateTimeOffset" => "JsonTime.DateTimeOffset",
            "global::System.DateOnly" => "JsonTime.DateOnly",
            "global::System.TimeOnly" => "JsonTime.TimeOnly",
            "global::System.TimeSpan" => "JsonTime.TimeSpan",
            _ => null,
        };

    private static string? FindParsable(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? null
        : ParsesItselfBy(type, "IUtf8SpanParsable") ? "JsonUtf8Parsable"
        : ParsesItselfBy(type, "ISpanParsable") ? "JsonSpanParsable"
        : ParsesItselfBy(type, "IParsable") ? "JsonParsable"
        : null;

    private static bool ParsesItselfBy(ITypeSymbol type, string contract) =>
        type.AllInterfaces.Any(i =>
            i is { Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && i.Name == contract
            && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type)
        );
}
