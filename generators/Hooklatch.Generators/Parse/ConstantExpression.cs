using System.Globalization;
using Hooklatch.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Parse;

/// <summary>A parameter's default value as a C# expression.</summary>
internal static class ConstantExpression
{
    /// <returns>The expression, or <see langword="null"/> where the default is the type's own.</returns>
    public static string? Of(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
        {
            return null;
        }

        var text = value switch
        {
            string s => Literal.String(s),
            bool b => Literal.Bool(b),
            double d => Special(d, "double") ?? d.ToString("R", CultureInfo.InvariantCulture) + "d",
            float f => Special(f, "float") ?? f.ToString("R", CultureInfo.InvariantCulture) + "f",
            decimal m => m.ToString(CultureInfo.InvariantCulture) + "m",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        return value is string or bool ? text : $"({type.ToGlobalName()})({text})";
    }

    private static string? Special(double value, string type) =>
        double.IsNaN(value) ? $"{type}.NaN"
        : double.IsPositiveInfinity(value) ? $"{type}.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? $"{type}.NegativeInfinity"
        : null;
}
