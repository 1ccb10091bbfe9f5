using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Common;

/// <summary>Writes a constant of an author as a C# expression that means the same in generated code.</summary>
internal static class ConstantExpression
{
    /// <summary>
    /// An attribute's argument, of exactly its type: <c>[Range(1, 2)]</c> and <c>[Range(1d, 2d)]</c> are different rules, and
    /// <c>[AllowedValues(1L)]</c> does not allow <c>1</c>.
    /// </summary>
    public static string OfArgument(TypedConstant constant) =>
        constant switch
        {
            { IsNull: true } => $"({constant.Type?.ToGlobalName() ?? "object"})null!",
            { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol array } =>
                $"new {array.ElementType.ToGlobalName()}[] {{ {string.Join(", ", constant.Values.Select(OfArgument))} }}",
            _ => OfObject(constant),
        };

    /// <summary>An attribute's argument of type <c>object</c>, whose exact type matters.</summary>
    public static string OfObject(TypedConstant constant) =>
        constant switch
        {
            { IsNull: true } => "null",
            { Value: ITypeSymbol type } => $"typeof({type.ToGlobalName()})",
            { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value } => OfMember(type, value),
            { Value: string or char or bool or int or float or double } => OfPrimitive(constant.Value),
            { Type: { } type, Value: { } value } => $"({type.ToGlobalName()})({OfPrimitive(value)})",
            _ => "null",
        };

    /// <summary>A member of an enumeration by name, or a cast where several members or none make up the value.</summary>
    public static string OfMember(ITypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))
            is { } member
            ? $"{type.ToAnnotatedName()}.{Identifier.Escape(member.Name)}"
            : $"({type.ToAnnotatedName()})({OfPrimitive(value)})";

    /// <summary>Text, a number, a character or a boolean.</summary>
    public static string OfPrimitive(object value) =>
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
            DateTime time => $"new global::System.DateTime({Literal.Number(time.Ticks)}L)",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };
}
