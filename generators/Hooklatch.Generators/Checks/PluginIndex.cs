using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Checks;

/// <summary>The declarations of a whole plugin, found once per compilation and only when a handler asks.</summary>
internal sealed class PluginIndex
{
    private readonly Lazy<Declarations> _declarations;

    private readonly Lazy<bool> _addsValidation;

    private readonly Lazy<HashSet<string>> _registered;

    public PluginIndex(Compilation compilation)
    {
        IsPlugin = compilation.Assembly.Attribute(Names.Plugin) is not null;
        Events = new EventCatalog(compilation);
        _addsValidation = new Lazy<bool>(() => compilation.SyntaxTrees.Any(CallsAddValidation));
        _registered = new Lazy<HashSet<string>>(() => FindRegistered(compilation));
        // Not cancelled: what the first asker's cancellation threw would be kept and thrown at every later one.
        _declarations = new Lazy<Declarations>(() => Find(compilation, CancellationToken.None));
    }

    public bool IsPlugin { get; }

    /// <summary>The events that attribute classes and the plugin declare.</summary>
    public EventCatalog Events { get; }

    /// <summary>Whether the plugin's own source calls <c>AddValidation()</c>, wherever that is.</summary>
    public bool AddsValidation => _addsValidation.Value;

    public IReadOnlyList<(IMethodSymbol Method, AttributeData Webhook)> Handlers => _declarations.Value.Handlers;

    /// <summary>The handlers whose endpoints match the same requests, but for their methods, in the order of <see cref="Handlers"/>.</summary>
    public IEnumerable<(IMethodSymbol Method, AttributeData Webhook)> HandlersAt(string endpoint) =>
        _declarations.Value.ByShape[EndpointTemplate.Shape(endpoint)];

    /// <summary>The methods that run jobs, in the order of their source.</summary>
    public IReadOnlyList<IMethodSymbol> Jobs => _declarations.Value.Jobs;

    public IReadOnlyList<INamedTypeSymbol> Configs => _declarations.Value.Configs;

    /// <summary>The classes that implement <c>IPluginLifecycle</c>, in the generator's order: the first is the one that it calls.</summary>
    public IReadOnlyList<INamedTypeSymbol> Lifecycles => _declarations.Value.Lifecycles;

    /// <summary>The classes that are marked <c>[PluginExport]</c>.</summary>
    public IReadOnlyList<INamedTypeSymbol> Exports => _declarations.Value.Exports;

    /// <summary>The classes of the plugin that could be registered for a service: itself, or what implements it.</summary>
    public IEnumerable<INamedTypeSymbol> ImplementationsOf(INamedTypeSymbol service) =>
        _declarations.Value.Classes.Where(type =>
            type.SelfAndBases()
                .Concat(type.AllInterfaces)
                .Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, service.OriginalDefinition))
        );

    public EquatableArray<JsonContextModel> Contexts => _declarations.Value.Contexts;

    public IReadOnlyList<INamedTypeSymbol> ContextTypes => _declarations.Value.ContextTypes;

    /// <summary>
    /// Whether a call of the plugin's own source that adds something, such as <c>AddScoped&lt;Orders&gt;()</c>, names a type so. Read from the text:
    /// whoever asks guesses.
    /// </summary>
    public bool NamesInRegistration(string type) => _registered.Value.Contains(type);

    private static HashSet<string> FindRegistered(Compilation compilation) =>
        new(
            compilation
                .SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
                .Where(name =>
                    name.Identifier.ValueText is var method
                    && (method.StartsWith("Add", StringComparison.Ordinal) || method.StartsWith("TryAdd", StringComparison.Ordinal))
                )
                .Where(name => name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not null)
                .SelectMany(name => name.TypeArgumentList.Arguments)
                .Select(argument =>
                    argument switch
                    {
                        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                        SimpleNameSyntax simple => simple.Identifier.ValueText,
                        _ => "",
                    }
                ),
            StringComparer.Ordinal
        );

    private static bool CallsAddValidation(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddValidation" });

    private static Declarations Find(Compilation compilation, CancellationToken cancellation)
    {
        var types = TypesOf(compilation.Assembly.GlobalNamespace, cancellation).ToArray();
        var methods = types
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            // What stands in an extension block, the compiler adds to the class around it once more.
            .Where(method => !method.IsImplicitlyDeclared)
            .ToArray();
        var handlers = methods
            .Select(method => (Method: method, Webhook: WebhookDeclaration.Of(method)!))
            .Where(handler => handler.Webhook is not null)
            .OrderBy(handler => handler.Method.Location()?.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(handler => handler.Method.Location()?.SourceSpan.Start)
            .ToArray();
        var contexts = types
            .Where(type => type.Attribute(Names.JsonSerializable) is not null)
            .Select(type => (Type: type, Model: JsonContextParser.Parse(type, cancellation)!))
            .Where(context => context.Model is not null)
            .OrderBy(context => context.Model.TypeName, StringComparer.Ordinal)
            .ToArray();
        return new Declarations(
            handlers,
            handlers.ToLookup(handler => EndpointTemplate.Shape(handler.Webhook.Positional<string>(0) ?? ""), StringComparer.Ordinal),
            [
                .. methods
                    .Where(method => JobChecks.Find(method) is not null)
                    .OrderBy(method => method.Location()?.SourceTree?.FilePath, StringComparer.Ordinal)
                    .ThenBy(method => method.Location()?.SourceSpan.Start),
            ],
            [.. types.Where(type => type.Attribute(Names.PluginConfig) is not null)],
            [.. types.Where(LifecycleParser.IsLifecycle).OrderBy(type => type.ToGlobalName(), StringComparer.Ordinal)],
            [.. types.Where(type => type.Attribute(Names.PluginExport) is not null)],
            [.. types.Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false })],
            [.. contexts.Select(context => context.Type)],
            contexts.Select(context => context.Model).ToEquatableArray()
        );
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol scope, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in TypesOf(member, cancellation))
            {
                yield return nested;
            }
        }
    }

    private sealed record Declarations(
        IReadOnlyList<(IMethodSymbol Method, AttributeData Webhook)> Handlers,
        ILookup<string, (IMethodSymbol Method, AttributeData Webhook)> ByShape,
        IReadOnlyList<IMethodSymbol> Jobs,
        IReadOnlyList<INamedTypeSymbol> Configs,
        IReadOnlyList<INamedTypeSymbol> Lifecycles,
        IReadOnlyList<INamedTypeSymbol> Exports,
        IReadOnlyList<INamedTypeSymbol> Classes,
        IReadOnlyList<INamedTypeSymbol> ContextTypes,
        EquatableArray<JsonContextModel> Contexts
    );
}
