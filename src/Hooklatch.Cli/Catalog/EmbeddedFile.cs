namespace Hooklatch.Cli.Catalog;

/// <summary>The files in the tool.</summary>
internal static class EmbeddedFile
{
    /// <summary>Opens one by its name.</summary>
    public static Stream Open(string name) =>
#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
#pragma warning restore RS0030
        ?? throw new InvalidOperationException($"The tool has no file {name}.");

    /// <summary>Reads one whole.</summary>
    public static byte[] Read(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
