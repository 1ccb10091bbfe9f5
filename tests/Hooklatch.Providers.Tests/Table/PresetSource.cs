using System.Text.RegularExpressions;
using Hooklatch.Providers.Tests.Presets;

namespace Hooklatch.Providers.Tests.Table;

/// <summary>What the source file of a preset says for people: the provider's name, and where its facts are from.</summary>
internal sealed partial record PresetSource(string Provider, string Source, string Package, string Path)
{
    public static PresetSource Of(Preset preset)
    {
        var path = Assert.Single(Directory.GetFiles(Repository.PathOf("src"), preset.Attribute.Name + ".cs", SearchOption.AllDirectories));
        var text = File.ReadAllText(path);
        var provider = Provided.Match(text);
        var source = Sourced.Match(text);
        Assert.True(source.Success, $"The remarks of {preset.Attribute.Name} do not say \"Source: …\".");
        var relative = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        return new PresetSource(
            (provider.Success ? provider.Groups[1].Value : preset.Name)
                .Replace("the Events API of ", "", StringComparison.Ordinal)
                .Replace("the webhooks of ", "", StringComparison.Ordinal),
            Joined.Replace(source.Groups[1].Value, " "),
            relative.Split('/')[1],
            relative
        );
    }

    [GeneratedRegex(@"<summary>\s*(?:/// )?Verifies ([^']+?)'", RegexOptions.Singleline)]
    private static partial Regex Provided { get; }

    [GeneratedRegex(@"Source: (.+?)\.?\s*(?:///\s*)?</remarks>", RegexOptions.Singleline)]
    private static partial Regex Sourced { get; }

    [GeneratedRegex(@"\s*\n/// ")]
    private static partial Regex Joined { get; }
}
