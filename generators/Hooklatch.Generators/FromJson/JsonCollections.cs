using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.FromJson;

/// <summary>Which types are collections that an array of the payload fills.</summary>
internal static class JsonCollections
{
    public static (JsonCollectionKind Kind, ITypeSymbol Element)? Find(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => (JsonCollectionKind.Array, array.ElementType),
            INamedTypeSymbol { Arity: 1 } named when KindOf(named) is { } kind => (kind, named.TypeArguments[0]),
            _ => null,
        };

    private static JsonCollectionKind? KindOf(INamedTypeSymbol type) =>
        type.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.IEnumerable<T>"
            or "System.Collections.Generic.IReadOnlyCollection<T>"
            or "System.Collections.Generic.IReadOnlyList<T>" => JsonCollectionKind.Array,
            "System.Collections.Generic.ICollection<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.List<T>" =>
                JsonCollectionKind.List,
            "System.Collections.Immutable.ImmutableArray<T>" => JsonCollectionKind.ImmutableArray,
            _ => null,
        };
}
