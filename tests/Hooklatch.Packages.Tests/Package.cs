using System.IO.Compression;
using System.Xml.Linq;

namespace Hooklatch.Packages.Tests;

/// <summary>A package: its files by their paths in it, and what it says of itself.</summary>
internal sealed record Package(string Id, IReadOnlyDictionary<string, byte[]> Files, XElement Metadata)
{
    public static Package Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            files.Add(Uri.UnescapeDataString(entry.FullName), copy.ToArray());
        }

        var nuspec = files.Single(file =>
            !file.Key.Contains('/', StringComparison.Ordinal) && file.Key.EndsWith(".nuspec", StringComparison.Ordinal)
        );
        var metadata = XDocument.Load(new MemoryStream(nuspec.Value)).Root!.Elements().First();
        return new Package((string)Find(metadata, "id")!, files, metadata);
    }

    /// <summary>What the package says of itself under a name; <see langword="null"/> for nothing.</summary>
    public XElement? this[string name] => Find(Metadata, name);

    public string Text(string file) => System.Text.Encoding.UTF8.GetString(Files[file]);

    private static XElement? Find(XElement metadata, string name) =>
        metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
