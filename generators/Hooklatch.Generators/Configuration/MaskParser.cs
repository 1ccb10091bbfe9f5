using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Configuration;

/// <summary>
/// Finds the records of a configuration whose text would show a secret: <c>ToString()</c> of a record prints every property. A partial one gets
/// a text that hides it, any other is rejected.
/// </summary>
internal static class MaskParser
{
    public static IReadOnlyList<MaskedTypeModel> Parse(INamedTypeSymbol config, Report? report, CancellationToken cancellation)
    {
        var masked = new List<MaskedTypeModel>();
        foreach (var type in ReachedFrom(config, cancellation).Where(ShowsSecret))
        {
            if (type.SelfAndContaining().All(scope => scope.IsPartial(cancellation)))
            {
                masked.Add(Model(type));
            }
            else
            {
                report?.Invoke(Descriptors.SecretInText, type.Location(), type.Name);
            }
        }

        return masked;
    }

    /// <summary>A class and the classes of this assembly in it, each once.</summary>
    private static IEnumerable<INamedTypeSymbol> ReachedFrom(INamedTypeSymbol config, CancellationToken cancellation)
    {
        var pending = new Queue<ITypeSymbol>([config]);
#pragma warning disable RS1024 // The comparer is given.
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
#pragma warning restore RS1024
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = pending.Dequeue();
            if (next is IArrayTypeSymbol array)
            {
                pending.Enqueue(array.ElementType);
            }
            else if (next is INamedTypeSymbol named)
            {
                foreach (var argument in named.TypeArguments)
                {
                    pending.Enqueue(argument);
                }

                // Each definition once: a type whose arguments grow with each step would lead to another for ever.
                if (
                    SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, config.ContainingAssembly)
                    && reached.Add(named.OriginalDefinition)
                )
                {
                    foreach (var property in SettableProperties.Of(named.OriginalDefinition))
                    {
                        pending.Enqueue(property.Type);
                    }

                    yield return named.OriginalDefinition;
                }
            }
        }
    }

    private static bool ShowsSecret(INamedTypeSymbol type) =>
        type is { IsRecord: true, IsGenericType: false }
        && SettableProperties.Of(type).Any(property => property.Attribute(Names.Secret) is not null)
        && !type.GetMembers("ToString")
            .OfType<IMethodSymbol>()
            .Any(method => method is { Parameters.Length: 0, IsImplicitlyDeclared: false })
        && !type.GetMembers("PrintMembers").OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared);

    private static MaskedTypeModel Model(INamedTypeSymbol type) =>
        new(
            type.ContainingNamespace is { IsGlobalNamespace: false } scope ? scope.ToDisplayString(Escaped) : "",
            type.SelfAndContaining().Reverse().Select(Declaration).ToEquatableArray(),
            type.Name,
            SettableProperties
                .Of(type)
                .Select(property => new MaskedPropertyModel(property.Name, property.Attribute(Names.Secret) is not null))
                .ToEquatableArray()
        );

    private static readonly SymbolDisplayFormat Escaped = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(
        SymbolDisplayGlobalNamespaceStyle.Omitted
    );

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {kind} {Identifier.Escape(type.Name)}";
    }
}
