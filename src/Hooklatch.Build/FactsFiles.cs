namespace Hooklatch.Build;

/// <summary>The two files about the webhooks of plugins: a page for people, and the same as data.</summary>
internal static class FactsFiles
{
    /// <summary>Writes those that are asked for, and says which were new or different.</summary>
    /// <param name="assemblies">The plugins, and whatever else may be one.</param>
    /// <param name="page">Where the page goes; empty for nowhere.</param>
    /// <param name="manifest">Where the data goes; empty for nowhere.</param>
    public static IReadOnlyList<string> Write(IEnumerable<string> assemblies, string page, string manifest)
    {
        var plugins = FactsReader.Read(assemblies);
        return plugins.Count == 0
            ? []
            :
            [
                .. new[] { (Path: page, Text: WebhooksPage.Of(plugins)), (Path: manifest, Text: ManifestFile.Of(plugins)) }
                    .Where(file => file.Path.Length > 0 && TextFile.WriteIfNew(file.Path, file.Text))
                    .Select(file => file.Path),
            ];
    }
}
