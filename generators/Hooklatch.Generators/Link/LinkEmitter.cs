using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;

namespace Hooklatch.Generators.Link;

/// <summary>Writes a host's <c>AddHooklatch()</c>, which names every plugin that the host links.</summary>
internal static class LinkEmitter
{
    private const string Embedded = "[global::Microsoft.CodeAnalysis.Embedded]";

    public static GeneratedFile Emit(LinkModel link, PluginModel? own)
    {
        var writer = GeneratedFile.Begin(Marks.Union(link.Plugins.Select(plugin => plugin.Marks)), isForOthers: true);
        // What the analyzer rejects (an outdated manifest, a key claimed twice) is left out, so that its message stands alone. Two manifests of one key are
        // one name, which means neither.
        var manifests = link
            .Plugins.Where(plugin => plugin.Version == ManifestEmitter.ContractVersion)
            .GroupBy(plugin => plugin.Key, StringComparer.OrdinalIgnoreCase)
            .Where(claim => claim.Count() == 1)
            .Select(claim => claim.First())
            .Where(plugin => !string.Equals(plugin.Key, own?.Key, StringComparison.OrdinalIgnoreCase))
            .Select(plugin => plugin.Manifest)
            .ToList();
        if (own is not null)
        {
            manifests.Add($"global::{GeneratedFile.NamespaceOf(own.Author, own.Module)}.Manifest");
        }

        using (writer.Braces("namespace Microsoft.AspNetCore.Builder"))
        {
            writer.Line(
                $"""
                /// <summary>The plugins that this host links.</summary>
                {GeneratedFile.Attribute}
                {Embedded}
                """
            );
            using (writer.Braces("internal static class HooklatchLink"))
            {
                writer.Line(
                    """
                    /// <summary>Adds Hooklatch with every plugin that this project references; <c>app.MapHooklatch()</c> then serves their webhooks.</summary>
                    /// <param name="builder">The host's builder.</param>
                    /// <param name="configure">Sets options, after the section <c>Hooklatch</c> of the configuration has.</param>
                    /// <returns>A builder for what the host may have besides webhooks.</returns>
                    """
                );
                using (
                    writer.Braces(
                        """
                        public static global::Microsoft.Extensions.DependencyInjection.IHooklatchBuilder AddHooklatch(
                            this global::Microsoft.Extensions.Hosting.IHostApplicationBuilder builder,
                            global::System.Action<global::Hooklatch.HooklatchOptions>? configure = null)
                        """
                    )
                )
                {
                    writer.Call(
                        $"{(link.Extensions.Count > 0 ? "var hooklatch =" : "return")} global::Microsoft.Extensions.DependencyInjection.HooklatchServiceCollectionExtensions.AddHooklatch",
                        [
                            "builder.Services",
                            "builder.Configuration",
                            "configure",
                            $"[{string.Join(", ", manifests.Select(manifest => $"new {manifest}()"))}]",
                        ]
                    );
                    if (link.Extensions.Count > 0)
                    {
                        writer.Lines(link.Extensions.Select(extension => $"{extension}.AddTo(hooklatch);")).Line("return hooklatch;");
                    }
                }
            }
        }

        writer
            .Line()
            .Line(
                """
                namespace Microsoft.CodeAnalysis
                {
                    /// <summary>Hides a type from other assemblies, friends included: a host and its tests have an AddHooklatch() each.</summary>
                    internal sealed partial class EmbeddedAttribute : global::System.Attribute;
                }
                """
            );
        return new GeneratedFile("HooklatchLink.g.cs", writer.ToString());
    }
}
