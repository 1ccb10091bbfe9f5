using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Tells what collections hold.</summary>
internal static class Collections
{
    /// <summary>The type of the items of a collection; <see langword="null"/> for anything else, and for text.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_String } => null,
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol named => named
                .AllInterfaces.Prepend(named)
                .FirstOrDefault(candidate =>
                    candidate.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
                )
                ?.TypeArguments[0],
            _ => null,
        };

    /// <summary>The type of the values of a dictionary, given the type of its items.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol item) =>
        item is INamedTypeSymbol named && named.Is("System.Collections.Generic.KeyValuePair`2") ? named.TypeArguments[1] : null;
}
