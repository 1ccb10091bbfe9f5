using System.Globalization;
using Hooklatch.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Parse;

/// <summary>Writes a parameter's default value as a C# expression.</summary>
internal static class DefaultExpression
{
    /// <summary>The expression, or null if the parameter has no default value.</summary>
    public static string? Of(IParameterSymbol parameter) =>
        !parameter.HasExplicitDefaultValue ? null
        : parameter.ExplicitDefaultValue is not { } value ? OfNull(parameter.Type)
        : EnumOf(parameter.Type) is { } type ? $"({type})({OfPrimitive(value)})"
        : OfPrimitive(value);

    private static string OfNull(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null"
        : type.IsValueType ? "default"
        : type.NullableAnnotation == NullableAnnotation.Annotated ? "null"
        : "null!";

    private static string? EnumOf(ITypeSymbol type)
    {
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return underlying.TypeKind == TypeKind.Enum ? underlying.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null;
    }

    private static string OfPrimitive(object value) =>
        value switch
        {
            string text => Literal.String(text),
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
}
