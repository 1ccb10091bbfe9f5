using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Configuration;

/// <summary>Finds what stands in a configuration class as settings do and is never set.</summary>
internal static class UnsettableProperties
{
    /// <param name="type">A class whose properties are read from configuration.</param>
    /// <param name="seen">The classes that were looked at before; of each is told once.</param>
    /// <param name="report">Takes what is found.</param>
    public static void Check(INamedTypeSymbol type, HashSet<ITypeSymbol> seen, Report? report)
    {
        if (report is null)
        {
            return;
        }

        foreach (var scope in type.SelfAndBases().TakeWhile(scope => !scope.IsFramework()).Where(seen.Add))
        {
            foreach (var member in scope.GetMembers())
            {
                if (ProblemOf(member, scope) is { } problem && member.Location() is { } location)
                {
                    report(Descriptors.UnsettableConfigProperty, location, member.Name, problem);
                }
            }
        }
    }

    private static string? ProblemOf(ISymbol member, ITypeSymbol scope) =>
        member switch
        {
            { IsImplicitlyDeclared: true } or { IsStatic: true } or { IsOverride: true } => null,
            { DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal) } => null,
            IFieldSymbol { AssociatedSymbol: null } => "it is a field",
            IPropertySymbol { IsIndexer: false, SetMethod: null } property when IsStored(property, scope) => "it has no setter",
            IPropertySymbol { IsIndexer: false, SetMethod.DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal) } =>
                "its setter is not public or internal",
            _ => null,
        };

    /// <summary>Whether the property has a value of its own; a computed one is no setting.</summary>
    private static bool IsStored(IPropertySymbol property, ITypeSymbol scope) =>
        scope.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
