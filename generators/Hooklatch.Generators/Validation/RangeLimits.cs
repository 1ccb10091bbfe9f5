using System.Globalization;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Checks the limits of a <c>[Range(typeof(T), "…", "…")]</c>, as far as the compiler knows the type.</summary>
internal static class RangeLimits
{
    private static readonly string[] Times = ["System.DateTime", "System.DateTimeOffset", "System.DateOnly"];

    /// <summary>What is wrong with them.</summary>
    public static string? Find(ITypeSymbol operand, AttributeData attribute)
    {
        if (!IsSelf(operand, Names.Parsable) || !IsSelf(operand, "System.IComparable`1"))
        {
            return $"'{operand.ToDisplayString()}' cannot be parsed and compared: it needs IParsable<T> and IComparable<T>";
        }

        try
        {
            var minimum = Read(operand, attribute.Positional<string>(1) ?? "");
            var maximum = Read(operand, attribute.Positional<string>(2) ?? "");
            return minimum?.CompareTo(maximum) > 0 ? "the minimum is larger than the maximum" : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return $"a limit is not a '{operand.ToDisplayString()}' in the invariant culture";
        }
    }

    private static bool IsSelf(ITypeSymbol type, string contract) =>
        type.AllInterfaces.Any(candidate =>
            candidate.Is(contract) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type)
        );

    /// <summary>Reads a limit; one of a type that only the runtime knows is not looked at.</summary>
    private static IComparable? Read(ITypeSymbol type, string text) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            ? (IComparable)Convert.ChangeType(text, Type.GetType($"System.{type.MetadataName}")!, CultureInfo.InvariantCulture)
        : Times.Any(name => type.Is(name)) ? DateTime.Parse(text, CultureInfo.InvariantCulture)
        : type.Is("System.TimeSpan") ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
        : null;
}
