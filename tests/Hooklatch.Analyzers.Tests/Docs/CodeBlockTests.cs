using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>Every C# block of the pages beside the solution and under docs compiles, each by itself, and our analyzer has nothing to say of it.</summary>
public sealed partial class CodeBlockTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, int>();
            foreach (var page in Pages())
            {
                for (var i = 0; i < BlocksOf(page).Length; i++)
                {
                    blocks.Add(Path.GetRelativePath(DiagnosticPages.Root(), page), i);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block_compiles_and_has_no_diagnostic(string page, int index)
    {
        var compilation = Compile(BlocksOf(Path.Combine(DiagnosticPages.Root(), page))[index]);

        Verify.AssertCompiles(compilation);
        Assert.Empty(await PluginProject.AnalyzeAsync(compilation));
    }

    [Fact]
    public void A_block_that_does_not_compile_is_seen() =>
        Assert.NotEmpty(
            Compile("public static class Hooks { public static Task On() => 1; }").GetDiagnostics(TestContext.Current.CancellationToken)
        );

    private static Compilation Compile(string block)
    {
        var isHost = block.Contains("WebApplication.", StringComparison.Ordinal);
        ImmutableArray<MetadataReference> references =
        [
            .. block.Contains("Npgsql", StringComparison.Ordinal) ? PluginProject.Postgres : [],
            .. block.Contains("MapHooklatchConsole", StringComparison.Ordinal) ? PluginProject.Console : [],
        ];
        return new PluginProject(block)
        {
            IsHost = isHost,
            IsPlugin = !isHost,
            References = references,
        }
            .Compile()
            .Compilation;
    }

    /// <summary>The pages on diagnostics have wrong examples too and a test of their own; the changelog shows what was.</summary>
    private static IEnumerable<string> Pages() =>
        MarkdownPages
            .All()
            .Where(page => Path.GetFileName(Path.GetDirectoryName(page)) != "diagnostics" && Path.GetFileName(page) != "CHANGELOG.md");

    private static string[] BlocksOf(string page) =>
        [.. Block.Matches(File.ReadAllText(page).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }
}
