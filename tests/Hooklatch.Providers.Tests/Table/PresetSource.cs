using System.Text.RegularExpressions;
using Hooklatch.Providers.Tests.Presets;

namespace Hooklatch.Providers.Tests.Table;

/// <summary>
/// What the source file of a preset says for people: the provider's name, where its facts are from, and what the id is made of by which code
/// tells copies.
/// </summary>
internal sealed partial record PresetSource(string Provider, string Source, string? DeliveryId, string Package, string Path)
{
    public static PresetSource Of(Preset preset)
    {
        var path = Assert.Single(Directory.GetFiles(Repository.PathOf("src"), preset.Attribute.Name + ".cs", SearchOption.AllDirectories));
        var text = File.ReadAllText(path);
        var provider = Provided.Match(text);
        var source = Sourced.Match(text);
        var id = Identified.Match(text);
        Assert.True(source.Success, $"The remarks of {preset.Attribute.Name} do not say \"Source: …\".");
        var relative = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        return new PresetSource(
            (provider.Success ? provider.Groups[1].Value : preset.Name)
                .Replace("the Events API of ", "", StringComparison.Ordinal)
                .Replace("the webhooks of ", "", StringComparison.Ordinal),
            Joined.Replace(source.Groups[1].Value, " "),
            id.Success ? Code.Replace(Joined.Replace(id.Groups[1].Value, " "), "`$1`") : null,
            relative.Split('/')[1],
            relative
        );
    }

    [GeneratedRegex(@"<summary>\s*(?:/// )?Verifies ([^']+?)'", RegexOptions.Singleline)]
    private static partial Regex Provided { get; }

    [GeneratedRegex(@"Source: (.+?)\.?\s*(?:///\s*)?</remarks>", RegexOptions.Singleline)]
    private static partial Regex Sourced { get; }

    [GeneratedRegex(@"Delivery id: (.+?)\.?\s*/// </para>", RegexOptions.Singleline)]
    private static partial Regex Identified { get; }

    [GeneratedRegex("<c>(.+?)</c>")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\s*\n/// ")]
    private static partial Regex Joined { get; }
}
