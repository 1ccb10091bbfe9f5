using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Plugins;

/// <summary>Reads a class that is marked <c>[PluginExport]</c>: once for each interface that it exports.</summary>
internal static class ExportParser
{
    private static readonly string[] Common = [Names.Disposable, Names.AsyncDisposable, "System.IEquatable`1"];

    public static IReadOnlyList<ExportModel> Parse(INamedTypeSymbol type, Report? report, CancellationToken cancellation)
    {
        var contracts = type.GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(Names.PluginExport))
            .Select(attribute => Contract(type, attribute, report, cancellation))
            .ToArray();
        return CallParser.ParseConstructor(type, report) is { } constructor
            ?
            [
                .. contracts
                    .OfType<INamedTypeSymbol>()
                    .Select(contract => new ExportModel(
                        contract.ToGlobalName(),
                        type.ToGlobalName(),
                        type.Name,
                        constructor,
                        new MarkFinder(type.ContainingAssembly, cancellation).Build(type).Use(contract).Found
                    ))
                    .Distinct(),
            ]
            : [];
    }

    private static INamedTypeSymbol? Contract(INamedTypeSymbol type, AttributeData export, Report? report, CancellationToken cancellation)
    {
        var contract = export.ConstructorArguments is [{ Value: INamedTypeSymbol named }] ? named : Single(type);
        var problem =
            contract is null
                ? "it does not implement exactly one interface; name the one that is exported, as in [PluginExport(typeof(IOrders))]"
            : contract.TypeKind is not TypeKind.Interface ? $"'{contract.ToDisplayString()}' is no interface"
            : !type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default)
                ? $"it does not implement '{contract.ToDisplayString()}'"
            : contract.SelfAndContaining().Any(scope => scope.DeclaredAccessibility is not Accessibility.Public)
                ? $"'{contract.ToDisplayString()}' is not public, so that no other plugin can name it"
            : null;
        if (problem is not null)
        {
            report?.Invoke(Descriptors.UnusableExport, export.Location(cancellation) ?? type.Location(), type.Name, problem);
        }

        return problem is null ? contract : null;
    }

    /// <summary>The one interface of its own; those that any class may have are not meant.</summary>
    private static INamedTypeSymbol? Single(INamedTypeSymbol type) =>
        type.Interfaces.Where(candidate => !Common.Any(candidate.Is)).ToArray() is [var only] ? only : null;
}
