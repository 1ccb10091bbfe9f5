using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Link;
using Hooklatch.Generators.Plugins;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// Diagnostics of a host: its plugins have different keys and were generated for the manifest that it links. A plugin that references others has
/// another key than they, since a host that links it links them, too.
/// </summary>
internal static class LinkChecks
{
    public static void Check(Compilation compilation, Report report, CancellationToken cancellation)
    {
        var own = compilation.Assembly.Attribute(Names.Plugin);
        var isHost = LinkParser.IsHost(compilation);
        if (!isHost && own is null)
        {
            return;
        }

        if (!Language.IsSupported(compilation))
        {
            report(Descriptors.OldLanguage, own?.Location(cancellation), Language.NameOf(compilation));
            return;
        }

        var plugins = LinkParser.FindPlugins(compilation, cancellation).ToList();
        foreach (var plugin in plugins.Where(plugin => isHost && plugin.Version != ManifestEmitter.ContractVersion))
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

        var ownKey = own is null ? null : PluginParser.Parse(own, report: null, cancellation)?.Key;
        if (ownKey is not null)
        {
            plugins.Add(new LinkedPlugin(ownKey, "", ManifestEmitter.ContractVersion, compilation.Assembly.Name, Marks.None));
        }

        foreach (var claim in plugins.GroupBy(plugin => plugin.Key, StringComparer.OrdinalIgnoreCase).Where(claim => claim.Count() > 1))
        {
            var claimants = claim.ToArray();
            var isOwn = string.Equals(claim.Key, ownKey, StringComparison.OrdinalIgnoreCase);
            if (!isHost && !isOwn)
            {
                continue;
            }

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
