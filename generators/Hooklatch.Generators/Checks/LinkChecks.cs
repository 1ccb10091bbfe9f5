using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Link;
using Hooklatch.Generators.Plugins;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Diagnostics of a host: its plugins have different keys and were generated for the manifest that it links.</summary>
internal static class LinkChecks
{
    public static void Check(Compilation compilation, Report report, CancellationToken cancellation)
    {
        var plugins = LinkParser.Parse(compilation, cancellation).Plugins.ToList();
        foreach (var plugin in plugins.Where(plugin => plugin.Version != ManifestEmitter.ContractVersion))
        {
            report(
                Descriptors.OutdatedManifest,
                Location.None,
                plugin.Key,
                plugin.Assembly,
                plugin.Version,
                ManifestEmitter.ContractVersion
            );
        }

        var own = compilation.Assembly.Attribute(Names.Plugin);
        var ownKey = own is null ? null : PluginParser.Parse(own, report: null, cancellation)?.Key;
        if (ownKey is not null)
        {
            plugins.Add(new LinkedPlugin(ownKey, "", ManifestEmitter.ContractVersion, compilation.Assembly.Name));
        }

        foreach (var claim in plugins.GroupBy(plugin => plugin.Key, StringComparer.OrdinalIgnoreCase).Where(claim => claim.Count() > 1))
        {
            var claimants = claim.ToArray();
            var isOwn = string.Equals(claim.Key, ownKey, StringComparison.OrdinalIgnoreCase);
            report(
                Descriptors.DuplicatePlugin,
                isOwn ? own?.Location(cancellation) : Location.None,
                claim.Key,
                claimants[0].Assembly,
                claimants[1].Assembly
            );
        }
    }
}
