using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Analyzers.Tests.Mutations;

/// <summary>
/// Whatever an author writes, what is wrong with it is said where it stands: by the compiler or by our analyzer, never as an error in a generated
/// file, which its author has not written and cannot change.
/// </summary>
public class MutationTests
{
    private const int Batches = 20;
    private const int Mutants = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_mutant_never_has_an_error_in_a_generated_file(int batch)
    {
        var failures = new List<string>();
        foreach (var seed in Enumerable.Range(batch * Mutants, Mutants))
        {
            var source = new Mutator(seed).Mutate(SampleDeclarations.Source);
            var errors = await ErrorsAsync(source);
            if (errors.Length > 0)
            {
                failures.Add($"Mutant {seed}:\n{string.Join('\n', errors)}\n\n{source}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public async Task The_sample_itself_has_no_error_anywhere()
    {
        var (compilation, _) = new PluginProject(SampleDeclarations.Source).Compile();
        Verify.AssertCompiles(compilation);
        Assert.Empty(await PluginProject.AnalyzeAsync(compilation));
    }

    [Fact]
    public void Mutants_differ_and_most_are_wrong()
    {
        var mutants = Enumerable.Range(0, 50).Select(seed => new Mutator(seed).Mutate(SampleDeclarations.Source)).ToArray();
        Assert.True(mutants.Distinct().Count() > 45);
        Assert.Equal(mutants[7], new Mutator(7).Mutate(SampleDeclarations.Source));
    }

    /// <summary>The compiler's errors in files of our generator, the exceptions of our generator and analyzer, and what they ought to have said.</summary>
    private static async Task<string[]> ErrorsAsync(string source)
    {
        var (compilation, generated) = new PluginProject(source).Compile();
        var ours = generated.Results[0];
        var trees = ours.GeneratedSources.Select(file => file.SyntaxTree).ToArray();
        var inGenerated = compilation
            .SyntaxTrees.Where(tree => trees.Any(own => own.FilePath == tree.FilePath))
            .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(diagnostic => $"{diagnostic}\n    {Line(diagnostic)}");
        var findings = await PluginProject.AnalyzeAsync(compilation);
        return
        [
            .. inGenerated,
            .. ours.Exception is { } exception ? [exception.ToString()] : Array.Empty<string>(),
            .. findings.Where(finding => finding.Id == "AD0001").Select(finding => finding.ToString()),
        ];
    }

    private static string? Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
}
