using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Finds the properties that are set from outside: by configuration, or by an object's initializer.</summary>
internal static class SettableProperties
{
    /// <summary>The properties of a type that somebody else can set, base classes first.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol type)
    {
        var inherited = type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? Of(parent) : [];
        return inherited.Where(IsNotReplaced).Concat(type.GetMembers().OfType<IPropertySymbol>().Where(IsSettable));

        // By an override that has its own setter, or by a member that hides it.
        bool IsNotReplaced(IPropertySymbol property) =>
            type.GetMembers(property.Name).All(member => member is IPropertySymbol { IsOverride: true, SetMethod: null });
    }

    private static bool IsSettable(IPropertySymbol property) =>
        property
            is {
                IsStatic: false,
                IsIndexer: false,
                DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
                SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal
            };
}
