using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Text;

/// <summary>Tells how text becomes a value of a type; <see langword="null"/> where it cannot.</summary>
internal static class TextParser
{
    private static readonly string[] Lists =
    [
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IEnumerable`1",
    ];

    public static TextModel? Parse(ITypeSymbol type)
    {
        var bare = Underlying(type, out _);
        if (bare.Is(Names.StringValues))
        {
            return Model(TextShape.Raw, type, TextReading.String);
        }

        var shape = ElementOf(type, out var element);
        return ReaderOf(Underlying(element, out _)) is { } reader ? Model(shape, element, reader) : null;
    }

    /// <summary>The shape of a collection and the type of its elements; for anything else, one value of the type itself.</summary>
    public static TextShape ElementOf(ITypeSymbol type, out ITypeSymbol element)
    {
        element = type;
        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1 } array:
                element = array.ElementType;
                return TextShape.Array;
            case INamedTypeSymbol { TypeArguments: [var argument] } when Lists.Any(list => type.Is(list)):
                element = argument;
                return TextShape.List;
            default:
                return TextShape.One;
        }
    }

    private static TextModel Model(TextShape shape, ITypeSymbol value, TextReading reader)
    {
        var parsed = Underlying(value, out var isNullableValue);
        return new TextModel
        {
            Shape = shape,
            ValueTypeName = value.ToNotNullName(),
            Reader = reader,
            ParsedTypeName = parsed.ToNotNullName(),
            IsNullableValue = isNullableValue,
        };
    }

    private static ITypeSymbol Underlying(ITypeSymbol type, out bool isNullableValue)
    {
        isNullableValue = type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        return isNullableValue ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    private static TextReading? ReaderOf(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String ? TextReading.String
        : type.TypeKind is TypeKind.Enum ? TextReading.Member
        : type.Is(Names.Uri) ? TextReading.Uri
        : IsParsable(type) ? TextReading.Parsable
        : OwnTryParse(type, 3) ? TextReading.TryParseWithProvider
        : OwnTryParse(type, 2) ? TextReading.TryParse
        : null;

    private static bool IsParsable(ITypeSymbol type) =>
        type.AllInterfaces.Any(candidate =>
            candidate.Is(Names.Parsable) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type)
        );

    /// <summary><c>public static bool TryParse(string, [IFormatProvider,] out T)</c>, as minimal APIs look for it.</summary>
    private static bool OwnTryParse(ITypeSymbol type, int parameters) =>
        type is INamedTypeSymbol { IsRefLikeType: false }
        && type.GetMembers("TryParse")
            .OfType<IMethodSymbol>()
            .Any(method =>
                method is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean }
                && method.DeclaredAccessibility is Accessibility.Public
                && method.Parameters.Length == parameters
                && method.Parameters[0].Type.SpecialType is SpecialType.System_String
                && (parameters == 2 || method.Parameters[1].Type.Is("System.IFormatProvider"))
                && method.Parameters[parameters - 1].RefKind is RefKind.Out
                && SymbolEqualityComparer.Default.Equals(method.Parameters[parameters - 1].Type, type)
            );
}
