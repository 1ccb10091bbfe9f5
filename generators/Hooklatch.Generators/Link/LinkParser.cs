using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Link;

/// <summary>
/// Finds the plugins among a compilation's references, direct or transitive, project or package. It runs on every edit, so it reads one
/// assembly attribute of those assemblies only that reference Hooklatch, and no types.
/// </summary>
internal static class LinkParser
{
    private const string Runtime = "Hooklatch";

    public static LinkModel Parse(Compilation compilation, CancellationToken cancellation)
    {
        return IsHost(compilation) && Language.IsSupported(compilation)
            ? new LinkModel(true, FindPlugins(compilation, cancellation), FindExtensions(compilation))
            : new LinkModel(false, EquatableArray<LinkedPlugin>.Empty, EquatableArray<string>.Empty);
    }

    public static bool IsHost(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>The plugins among the references, sorted by key.</summary>
    public static EquatableArray<LinkedPlugin> FindPlugins(Compilation compilation, CancellationToken cancellation)
    {
        var plugins = new List<LinkedPlugin>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                UsesHooklatch(assembly)
                && assembly.Attribute(Names.PluginManifest) is { } manifest
                && Parse(manifest, assembly, compilation.Assembly, cancellation) is { } plugin
            )
            {
                plugins.Add(plugin);
            }
        }

        return plugins.OrderBy(plugin => plugin.Key, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>What the references add to a host by being referenced, such as a store.</summary>
    private static EquatableArray<string> FindExtensions(Compilation compilation) =>
        compilation
            .SourceModule.ReferencedAssemblySymbols.Where(UsesHooklatch)
            .Select(assembly => assembly.Attribute(Names.HostExtension)?.ConstructorArguments)
            .Select(arguments => arguments is [{ Value: INamedTypeSymbol type }] ? type.ToGlobalName() : null)
            .OfType<string>()
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    private static bool UsesHooklatch(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime));

    private static LinkedPlugin? Parse(
        AttributeData manifest,
        IAssemblySymbol assembly,
        IAssemblySymbol host,
        CancellationToken cancellation
    ) =>
        manifest.ConstructorArguments is [{ Value: string key }, { Value: INamedTypeSymbol type }, { Value: int version }]
            ? new LinkedPlugin(key, type.ToGlobalName(), version, assembly.Name, new MarkFinder(host, cancellation).Use(type).Found)
            : null;
}
