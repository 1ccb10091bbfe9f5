using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// Finds what is asked of dependency injection and registered by nobody, where that can be known: of the plugin's own types. A type of a library or of
/// the platform may be registered by the host, and so may an interface that has no implementation here.
/// </summary>
internal static class ServiceChecks
{
    public static void Check(
        Compilation compilation,
        PluginIndex index,
        Registrations registrations,
        Report report,
        CancellationToken cancellation
    )
    {
        if (registrations.IsOpen)
        {
            return;
        }

#pragma warning disable RS1024 // The comparer is given.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
#pragma warning restore RS1024
        var missing = Needed(index, registrations, cancellation)
            .Where(need => seen.Add(need.Parameter.Symbol) && IsMissing(need, compilation, index, registrations))
            .ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        // Generated code is not analysed; what it names may be registered there.
        var generated = NamesInGeneratedCode(compilation, cancellation);
        foreach (var (parameter, owner) in missing.Where(need => !generated.Contains(need.Parameter.Type.Name)))
        {
            var type = (INamedTypeSymbol)parameter.Type;
            report(
                Descriptors.MissingService,
                parameter.Location,
                parameter.Name,
                owner.Name,
                type.Name,
                $"services.{Registration(type, parameter, index)}"
            );
        }
    }

    /// <summary>How a service would be registered, to be told and for the fix.</summary>
    public static (string Method, INamedTypeSymbol? Implementation, string? Key) HowToRegister(
        INamedTypeSymbol type,
        Bindable parameter,
        PluginIndex index
    )
    {
        var keyed = parameter.Attribute(Names.FromKeyedServices);
        var implementations = index.ImplementationsOf(type).Take(2).ToArray();
        return (
            keyed is null ? "AddScoped" : "AddKeyedScoped",
            implementations is [{ IsGenericType: false } only] ? only : null,
            keyed is { ConstructorArguments: [var key] } ? ConstantExpression.OfObject(key) : null
        );
    }

    private static string Registration(INamedTypeSymbol type, Bindable parameter, PluginIndex index)
    {
        var (method, implementation, key) = HowToRegister(type, parameter, index);
        var isItself = SymbolEqualityComparer.Default.Equals(implementation, type);
        var name = type.ToDisplayString(
            SymbolDisplayFormat.MinimallyQualifiedFormat.RemoveMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            )
        );
        return implementation is null || isItself
            ? $"{method}<{name}>({key ?? (isItself ? "" : "…")})"
            : $"{method}<{name}, {implementation.Name}>({key})";
    }

    /// <summary>What the plugin's classes and handlers ask for, each with the class that does.</summary>
    private static IEnumerable<(Bindable Parameter, INamedTypeSymbol Owner)> Needed(
        PluginIndex index,
        Registrations registrations,
        CancellationToken cancellation
    )
    {
        foreach (var (method, _) in index.Handlers)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var parameter in method.Parameters.SelectMany(ServicesIn))
            {
                yield return (parameter, method.ContainingType);
            }
        }

        foreach (var job in index.Jobs)
        {
            // The first parameter of a job is the job.
            var services = job.Parameters.Skip(job.Attribute(Names.Job) is null ? 0 : 1);
            foreach (var parameter in services.Where(parameter => !parameter.Type.Is(Names.JobContext)).Select(Bindable.Of))
            {
                yield return (parameter, job.ContainingType);
            }
        }

        var generated = index
            .Handlers.Select(handler => handler.Method)
            .Concat(index.Jobs)
            .Where(method => !method.IsStatic)
            .Select(method => method.ContainingType)
            .Concat(index.Lifecycles)
            .Concat(index.Exports);
        foreach (var type in generated)
        {
            if (CallParser.TryFindConstructor(type, location: null, report: null, out var constructor))
            {
                foreach (var parameter in constructor!.Parameters)
                {
                    yield return (Bindable.Of(parameter), type);
                }
            }
        }

        // The container chooses among several constructors by what is registered; of one there is no choice.
        foreach (var type in registrations.Built)
        {
            var constructors = type
                .InstanceConstructors.Where(candidate => candidate.DeclaredAccessibility is Accessibility.Public)
                .ToArray();
            foreach (var parameter in constructors.Length == 1 ? constructors[0].Parameters : [])
            {
                if (!parameter.HasExplicitDefaultValue && parameter.Attribute(Names.ServiceKey) is null)
                {
                    yield return (Bindable.Of(parameter), type);
                }
            }
        }
    }

    private static IEnumerable<Bindable> ServicesIn(IParameterSymbol parameter) => ServicesIn(Bindable.Of(parameter), depth: 0);

    private static IEnumerable<Bindable> ServicesIn(Bindable bindable, int depth) =>
        ParameterSources.Find(bindable, [], out _) switch
        {
            { IsFromContainer: true } => [bindable],
            { } source when depth < 4 => source.PartsOf(bindable).SelectMany(part => ServicesIn(part, depth + 1)),
            _ => [],
        };

    private static bool IsMissing(
        (Bindable Parameter, INamedTypeSymbol Owner) need,
        Compilation compilation,
        PluginIndex index,
        Registrations registrations
    )
    {
        var (parameter, _) = need;
        var keyed = parameter.Attribute(Names.FromKeyedServices);
        return !parameter.IsOptional
            && parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type
            && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition.ContainingAssembly, compilation.Assembly)
            && !type.IsBroken()
            && type.Attribute(Names.PluginConfig) is null
            && parameter.Location is not null
            && !registrations.Has(
                type,
                keyed is not null,
                keyed is { ConstructorArguments: [{ Kind: not TypedConstantKind.Array, Value: var key }] } ? key : null
            )
            && !index.Exports.Any(export => export.AllInterfaces.Contains(type, SymbolEqualityComparer.Default))
            // A host may bring what the plugin only describes.
            && (type is { TypeKind: TypeKind.Class, IsAbstract: false } || index.ImplementationsOf(type).Any());
    }

    private static HashSet<string> NamesInGeneratedCode(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => IsGenerated(tree, cancellation)))
        {
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                names.Add(name.Identifier.ValueText);
            }
        }

        return names;
    }

    /// <summary>Whether another generator, or a tool, wrote the file; ours names every service that it asks for.</summary>
    private static bool IsGenerated(SyntaxTree tree, CancellationToken cancellation) =>
        (
            tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
            || tree.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase)
            || tree.GetRoot(cancellation).GetLeadingTrivia().ToString().IndexOf("<auto-generated", StringComparison.Ordinal) >= 0
        )
        && tree.FilePath.IndexOf(GeneratedFile.Generator, StringComparison.Ordinal) < 0;
}
