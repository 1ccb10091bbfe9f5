using System.Globalization;
using Hooklatch.Generators.Emit;
using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Writes an argument of an attribute as a C# expression of exactly its type: <c>[Range(1, 2)]</c> and <c>[Range(1d, 2d)]</c> are different
/// rules, and <c>[AllowedValues(1L)]</c> does not allow <c>1</c>.
/// </summary>
internal static class ConstantExpression
{
    public static string Of(TypedConstant constant) =>
        constant switch
        {
            { IsNull: true } => $"({constant.Type?.ToGlobalName() ?? "object"})null!",
            { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol array } =>
                $"new {array.ElementType.ToGlobalName()}[] {{ {string.Join(", ", constant.Values.Select(Of))} }}",
            { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.ToGlobalName()})",
            { Kind: TypedConstantKind.Enum, Type: { } type } => $"({type.ToGlobalName()})({OfPrimitive(constant.Value!)})",
            _ => OfPrimitive(constant.Value!),
        };

    private static string OfPrimitive(object value) =>
        value switch
        {
            string text => Literal.String(text),
            char character => SymbolDisplay.FormatLiteral(character, quote: true),
            bool flag => Literal.Bool(flag),
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            long number => Literal.Number(number) + "L",
            ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
            uint number => Literal.Number(number) + "U",
            int number => Literal.Number(number),
            byte number => $"(byte){Literal.Number(number)}",
            ushort number => $"(ushort){Literal.Number(number)}",
            short number => $"(short)({Literal.Number(number)})",
            sbyte number => $"(sbyte)({Literal.Number(number)})",
            _ => throw new InvalidOperationException($"No attribute takes a {value.GetType()}."),
        };
}
