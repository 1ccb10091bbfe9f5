using System.Text.Json;
using Hooklatch.Cli.Terminals;
using Hooklatch.Configuration;
using Hooklatch.Providers;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Catalog;

/// <summary>The presets that the tool knows.</summary>
internal static class PresetCatalog
{
    private static readonly Lazy<IReadOnlyList<PresetInfo>> Read = new(ReadAll);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<PresetInfo> All => Read.Value;

    /// <summary>The names, without reading what is known of each.</summary>
    public static IEnumerable<string> Names => Presets.All.Keys.Concat(Ed25519Presets.All.Keys).Order(StringComparer.Ordinal);

    /// <summary>Finds a preset.</summary>
    /// <exception cref="ToolException">There is none of this name.</exception>
    public static Preset Find(string name)
    {
        var create = Presets.All.GetValueOrDefault(name) ?? Ed25519Presets.All.GetValueOrDefault(name);
        var info = All.FirstOrDefault(info => info.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return create is null || info is null ? throw Unknown(name) : new Preset(info, create);
    }

    /// <summary>What makes a preset's attribute.</summary>
    public static ISignable Create(string name) => (Presets.All.GetValueOrDefault(name) ?? Ed25519Presets.All[name])();

    private static ToolException Unknown(string name)
    {
        var near = NearestName.Of(name.ToLowerInvariant(), Names);
        var like = Names.Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)).Prepend(near).OfType<string>().Distinct();
        var hint = string.Join(", ", like.Take(5));
        return ToolException.Usage(
            $"There is no provider '{name}'." + (hint.Length > 0 ? $" Did you mean {hint}?" : " 'hooklatch send --list' shows all.")
        );
    }

    private static IReadOnlyList<PresetInfo> ReadAll()
    {
        using var stream = EmbeddedFile.Open("presets.json");
        return JsonSerializer.Deserialize(stream, ToolJson.Default.IReadOnlyListPresetInfo)!;
    }
}
