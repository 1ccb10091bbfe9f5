using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>
/// Finds generic types that never end, such as <c>class Grow&lt;T&gt; { Grow&lt;List&lt;T&gt;&gt;? Next }</c>: whoever follows their members meets another type
/// with every step.
/// </summary>
internal static class EndlessType
{
    /// <summary>How often a type may be met with larger arguments, one inside of the other, before it is taken for one that never ends.</summary>
    private const int Most = 4;

    /// <summary>Why an object of a type cannot be read or checked.</summary>
    public static string Problem(ITypeSymbol type) => $"'{type.Name}' holds itself with ever larger type arguments, and so never ends";

    /// <summary>Whether a type, met inside of others, never ends.</summary>
    /// <param name="type">The type.</param>
    /// <param name="around">The types that it was met in.</param>
    public static bool Is(ITypeSymbol type, IEnumerable<ITypeSymbol> around)
    {
        if (type is not INamedTypeSymbol { IsGenericType: true })
        {
            return false;
        }

        // The arguments can grow in depth alone: of one depth there are finitely many types.
        var depth = DepthOf(type);
        return around.Count(outer => IsSame(outer.OriginalDefinition, type.OriginalDefinition) && DepthOf(outer) < depth) >= Most;
    }

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static int DepthOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => 1 + DepthOf(array.ElementType),
            INamedTypeSymbol named => 1
                + named.SelfAndContaining().SelectMany(scope => scope.TypeArguments).Select(DepthOf).DefaultIfEmpty(0).Max(),
            _ => 1,
        };
}
