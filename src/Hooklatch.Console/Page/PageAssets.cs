using System.Collections.Frozen;

namespace Hooklatch.Console.Page;

/// <summary>The files of the page, by the names that a browser asks for. They lie in the assembly.</summary>
internal static class PageAssets
{
    private const string Prefix = "assets/";

    private static readonly Lazy<FrozenDictionary<string, PageAsset>> Table = new(Read);

    public static FrozenDictionary<string, PageAsset> All => Table.Value;

    private static FrozenDictionary<string, PageAsset> Read()
    {
#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
        var assembly = typeof(PageAssets).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                name => name[Prefix.Length..].Replace('\\', '/'),
                name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    var content = new byte[stream.Length];
                    stream.ReadExactly(content);
                    return new PageAsset(name, content);
                },
                StringComparer.Ordinal
            );
#pragma warning restore RS0030
    }
}
