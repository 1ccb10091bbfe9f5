using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Plugins;

/// <summary>Finds what a plugin has besides webhooks, configuration and contexts: services, a lifecycle, exports, routes.</summary>
internal static class PluginParts
{
    public static IncrementalValueProvider<PluginPartsModel> Find(IncrementalGeneratorInitializationContext context)
    {
        var services = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.PluginServices, IsMethod, ParseServices)
            .Where(IsPresent)
            .Collect();
        var exports = context.SyntaxProvider.ForAttributeWithMetadataName(Names.PluginExport, IsType, ParseExports).Collect();
        var lifecycles = context.SyntaxProvider.CreateSyntaxProvider(IsDerived, ParseLifecycle).Where(IsPresent).Collect();
        var routes = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.PluginRoutes, IsMethod, ParseRoutes)
            .Where(IsPresent)
            .Collect();
        var readsConfiguration = context.SyntaxProvider.CreateSyntaxProvider(NamesConfiguration, IsFound).Collect().Select(IsAny);
        return services
            .Combine(exports)
            .Combine(lifecycles.Combine(routes))
            .Combine(readsConfiguration)
            .Select(Join)
            .WithTrackingName(Steps.Parts);
    }

    private static bool IsMethod(SyntaxNode node, CancellationToken cancellation) => node is MethodDeclarationSyntax;

    private static bool IsType(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    /// <summary>No attribute marks a lifecycle; a class that derives from something is asked what.</summary>
    private static bool IsDerived(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax { BaseList: not null } or RecordDeclarationSyntax { BaseList: not null };

    /// <summary>
    /// Whether a name gives code the host's configuration, as a parameter or in a registration. What it reads there nobody can know, so the name
    /// alone is looked at.
    /// </summary>
    private static bool NamesConfiguration(SyntaxNode node, CancellationToken cancellation) =>
        node
            is SimpleNameSyntax
            {
                Identifier.ValueText: "IConfiguration" or "IConfigurationRoot" or "IConfigurationManager" or "BindConfiguration",
            };

    private static bool IsFound(GeneratorSyntaxContext context, CancellationToken cancellation) => true;

    private static bool IsAny(ImmutableArray<bool> found, CancellationToken cancellation) => !found.IsEmpty;

    private static bool IsPresent(object? model) => model is not null;

    private static ServicesMethodModel? ParseServices(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        PartialMethod.Of(context) is { } method ? ServicesMethodParser.Parse(method, report: null, cancellation) : null;

    private static RoutesMethodModel? ParseRoutes(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        PartialMethod.Of(context) is { } method ? RoutesMethodParser.Parse(method, report: null, cancellation) : null;

    private static EquatableArray<ExportModel> ParseExports(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        ExportParser.Parse((INamedTypeSymbol)context.TargetSymbol, report: null, cancellation).ToEquatableArray();

    private static LifecycleModel? ParseLifecycle(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is INamedTypeSymbol type && LifecycleParser.IsLifecycle(type)
            ? LifecycleParser.Parse(type, report: null, cancellation)
            : null;

    private static PluginPartsModel Join(
        (
            (
                (ImmutableArray<ServicesMethodModel?> Services, ImmutableArray<EquatableArray<ExportModel>> Exports) Declared,
                (ImmutableArray<LifecycleModel?> Lifecycles, ImmutableArray<RoutesMethodModel?> Routes) Found
            ) Parts,
            bool ReadsConfiguration
        ) all,
        CancellationToken cancellation
    )
    {
        var parts = all.Parts;
        return new()
        {
            ReadsConfiguration = all.ReadsConfiguration,
            Services = parts
                .Declared.Services.OfType<ServicesMethodModel>()
                .OrderBy(method => method.Target, StringComparer.Ordinal)
                .ToEquatableArray(),
            Exports = parts
                .Declared.Exports.SelectMany(exports => exports)
                .Distinct()
                .OrderBy(export => export.Contract, StringComparer.Ordinal)
                .ThenBy(export => export.TypeName, StringComparer.Ordinal)
                .ToEquatableArray(),
            Lifecycle = parts
                .Found.Lifecycles.OfType<LifecycleModel>()
                .OrderBy(lifecycle => lifecycle.TypeName, StringComparer.Ordinal)
                .FirstOrDefault(),
            Routes = parts
                .Found.Routes.OfType<RoutesMethodModel>()
                .OrderBy(method => method.Target, StringComparer.Ordinal)
                .ToEquatableArray(),
        };
    }
}
