using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>The properties of an attribute class that its own attributes name.</summary>
internal static class ProviderProperties
{
    /// <summary>Whether it has a string property of this name.</summary>
    public static bool HasTextProperty(this INamedTypeSymbol provider, string name) =>
        provider.SelfAndBases().Any(type => type.GetMembers(name).OfType<IPropertySymbol>().Any(IsText));

    private static bool IsText(IPropertySymbol property) => property.Type.SpecialType is SpecialType.System_String;
}
