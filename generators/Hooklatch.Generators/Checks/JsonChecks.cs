using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Json;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// A <c>[Secret]</c> hides itself from System.Text.Json where that looks at attributes when it runs. A generated context has looked at compile time, and
/// takes no attribute of others for its own.
/// </summary>
internal static class JsonChecks
{
    public static void Check(INamedTypeSymbol context, Compilation compilation, Report report, CancellationToken cancellation)
    {
        foreach (
            var property in JsonContextParser
                .TypesOf(context, cancellation)
                .SelectMany(SecretsOf)
                .Distinct<IPropertySymbol>(SymbolEqualityComparer.Default)
        )
        {
            var location = property.Locations.FirstOrDefault(candidate =>
                candidate.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)
            );
            report(Descriptors.SecretInJson, location ?? context.Location(), context.Name, property.ContainingType.Name, property.Name);
        }
    }

    private static IEnumerable<IPropertySymbol> SecretsOf(ITypeSymbol type) =>
        type.SelfAndBases()
            .SelectMany(scope => scope.GetMembers())
            .OfType<IPropertySymbol>()
            .Where(property => property.Attribute(Names.Secret) is not null && JsonContextParser.IsSerialized(property));
}
