using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hooklatch.Generators.Tests.Fixture;

/// <summary>
/// Holds generated files against the ones that were reviewed, by the convention of Verify.SourceGenerators:
/// <c>Snapshots/{Class}.{Method}#{HintName}.verified.cs</c>, with a <c>.received.cs</c> beside it where they differ. The one file to change
/// where that package is available (docs/decisions/generated-code-snapshots.md).
/// </summary>
internal static class Snapshot
{
    public static string Folder { get; } =
        Path.Combine(
            typeof(Snapshot)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "ProjectDirectory")
                .Value!,
            "Snapshots"
        );

    /// <summary>Compiles what was generated and compares it. Only files whose name starts with <paramref name="only"/> take part.</summary>
    public static void Verify(
        Generation generation,
        string only = "",
        [CallerFilePath] string file = "",
        [CallerMemberName] string method = ""
    )
    {
        var files = generation.ShouldCompile().Files.Where(generated => generated.Key.StartsWith(only, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Verify(Folder, $"{Path.GetFileNameWithoutExtension(file)}.{method}", files);
    }

    /// <summary>Compares texts with the snapshots of one test in a folder.</summary>
    public static void Verify(string folder, string test, IEnumerable<KeyValuePair<string, string>> files)
    {
        foreach (var old in Directory.GetFiles(folder, $"{test}#*.received.cs"))
        {
            File.Delete(old);
        }

        var stale = Directory.GetFiles(folder, $"{test}#*.verified.cs").ToHashSet();
        var problems = new List<string>();
        foreach (var (hintName, text) in files)
        {
            var path = Path.Combine(folder, $"{test}#{Path.GetFileNameWithoutExtension(hintName)}");
            stale.Remove($"{path}.verified.cs");
            if (!File.Exists($"{path}.verified.cs") || File.ReadAllText($"{path}.verified.cs") != text)
            {
                File.WriteAllText($"{path}.received.cs", text);
                problems.Add($"differs from the snapshot: {path}.received.cs");
            }
        }

        problems.AddRange(stale.Select(path => $"is no longer generated: {path}"));
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }
}
