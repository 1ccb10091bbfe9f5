using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Hooklatch.Packages.Tests;

/// <summary>What is wrong with the files of a package.</summary>
internal static partial class Inspection
{
    /// <summary>Where a build on this machine happens: nobody else has these.</summary>
    private static readonly string[] MachinePaths =
    [
        Repository.Root,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar,
        Path.GetTempPath(),
    ];

    public static IEnumerable<string> Problems(Package package) =>
        package.Files.SelectMany(file => Problems(package.Id, file.Key, file.Value).Select(problem => $"{file.Key} {problem}"));

    private static IEnumerable<string> Problems(string id, string path, byte[] content)
    {
        if (!Expected.IsMatch(path.Replace(id, "ID", StringComparison.Ordinal)))
        {
            yield return "does not belong there";
        }

        foreach (var machine in MachinePaths.Where(machine => Holds(content, machine)))
        {
            yield return $"names {machine}";
        }

        if (path.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(path).StartsWith("Hooklatch", StringComparison.Ordinal))
        {
            foreach (var problem in ProblemsOfAssembly(content))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> ProblemsOfAssembly(byte[] content)
    {
        using var image = new PEReader(new MemoryStream(content));
        var entries = image.ReadDebugDirectory();
        if (entries.All(entry => entry.Type != DebugDirectoryEntryType.Reproducible))
        {
            yield return "is not deterministic";
        }

        var symbols = entries.Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToArray();
        if (symbols.Length != 1)
        {
            yield return "has no symbols";
            yield break;
        }

        using var pdb = image.ReadEmbeddedPortablePdbDebugDirectoryData(symbols[0]);
        var reader = pdb.GetMetadataReader();
        foreach (var document in reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)))
        {
            if (!document.StartsWith("/_/", StringComparison.Ordinal))
            {
                yield return $"has the source {document}";
            }
        }
    }

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    /// <summary>What a package consists of.</summary>
    [GeneratedRegex(
        @"^(
          \[Content_Types\]\.xml | _rels/\.rels | package/services/metadata/core-properties/[0-9a-z]+\.psmdcp | ID\.nuspec
          | (README|console|THIRD-PARTY-NOTICES)\.md | icon\.png | appsettings\.schema\.json
          | lib/net10\.0/ID\.(dll|xml)
          | buildTransitive/ID\.(props|targets)
          | analyzers/dotnet/cs/(ID\.Generators|ID\.CodeFixes|Cronos)\.dll
          | tasks/netstandard2\.0/ID\.Build\.dll
          | content/hooklatch-(app|plugin|host)/.+
          | tools/.+
        )$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Expected { get; }
}
