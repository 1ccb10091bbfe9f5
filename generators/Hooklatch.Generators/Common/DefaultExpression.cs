using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Writes a parameter's default value as a C# expression.</summary>
internal static class DefaultExpression
{
    /// <summary>The author's own null, where the type does not admit it.</summary>
    public const string ForgivenNull = "null!";

    /// <summary>The expression, or null if the parameter has no default value.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        !parameter.HasExplicitDefaultValue ? null
        : parameter.ExplicitDefaultValue is not { } value ? OfNull(parameter.Type)
        : EnumOf(parameter.Type) is { } type ? ConstantExpression.OfMember(type, value)
        : ConstantExpression.OfPrimitive(value);

    private static string OfNull(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null"
        : type.IsValueType ? "default"
        : type.NullableAnnotation == NullableAnnotation.Annotated ? "null"
        : ForgivenNull;

    private static ITypeSymbol? EnumOf(ITypeSymbol type)
    {
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return underlying.TypeKind == TypeKind.Enum ? underlying : null;
    }
}
