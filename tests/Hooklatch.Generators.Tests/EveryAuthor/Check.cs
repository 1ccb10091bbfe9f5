using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>What every author is owed: a declaration compiles without a word from a generated file, or we say at the author's own line what is wrong with it.</summary>
internal static class Check
{
    public const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using System.Diagnostics.CodeAnalysis;
        using System.Net;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Hooklatch.Signing;
        using Hooklatch.Verification;
        using Hooklatch.Verification.Custom;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Primitives;

        """;

    /// <param name="declarations">Each with one endpoint. They are files of one plugin.</param>
    public static async Task CompilesOrIsRefused(IReadOnlyList<string> declarations)
    {
        var sources = declarations.Select((declaration, i) => $"{Usings}namespace N{i}\n{{\n{Numbered(declaration, i)}\n}}");
        var generation = Project.Plugin([.. sources]).Generate();
        Assert.Empty(
            generation
                .Input.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
                .Select(Generation.Describe)
        );
        Assert.Empty(generation.ComplaintsOfOurs.Select(Generation.Describe));

        var refused = (await FindAsync(generation)).Where(finding => finding.Severity is DiagnosticSeverity.Error).ToArray();
        var generated = string.Concat(generation.Files.Values);
        foreach (var (i, declaration) in declarations.Index())
        {
            var isGenerated = generated.Contains($"\"/n{i}/", StringComparison.Ordinal);
            var isRefused = refused.Any(finding => finding.Location.SourceTree?.FilePath == $"File{i + 2}.cs");
            Assert.True(
                isGenerated != isRefused,
                $"{(isGenerated ? "Generated, though refused" : "Neither generated nor refused")}: {declaration}"
            );
        }
    }

    private static string Numbered(string declaration, int number) =>
        declaration.Replace("[Webhook(\"/", $"[Webhook(\"/n{number}/", StringComparison.Ordinal);

    private static async Task<IEnumerable<Diagnostic>> FindAsync(Generation generation) =>
        await generation.Input.WithAnalyzers([new HooklatchAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
