using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Testing;

/// <summary>
/// A code fix test: source before and after. What a fix makes of a project must compile, code generated from it included, and no longer
/// have the diagnostic.
/// </summary>
internal static class VerifyFix
{
    private const string Separator = "\n-----\n";

    /// <summary>Applies the first fix, or the one with a title, to the first diagnostic.</summary>
    /// <param name="before">The plugin's source; a second file may follow after a line of dashes.</param>
    /// <param name="after">The same after the fix.</param>
    /// <param name="title">The fix to choose among several.</param>
    public static async Task Turns<TFix>(string before, string after, string? title = null)
        where TFix : CodeFixProvider, new()
    {
        var (fix, document, diagnostics) = await FindAsync<TFix>(before);
        var actions = await ActionsAsync(fix, document, diagnostics[0]);
        var action = title is null ? actions[0] : Assert.Single(actions, action => action.Title == title);
        await AssertFixed(fix, after, await ApplyAsync(action, document.Project.Solution));
    }

    /// <summary>Repairs every diagnostic of the document at once.</summary>
    public static async Task TurnsAll<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var (fix, document, diagnostics) = await FindAsync<TFix>(before);
        var first = (await ActionsAsync(fix, document, diagnostics[0]))[0];
        var all = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            first.EquivalenceKey!,
            fix.FixableDiagnosticIds,
            new Found(diagnostics),
            TestContext.Current.CancellationToken
        );
        var action = await fix.GetFixAllProvider()!.GetFixAsync(all);
        await AssertFixed(fix, after, await ApplyAsync(action!, document.Project.Solution));
    }

    /// <summary>The titles of what is offered for the first diagnostic.</summary>
    public static async Task<IEnumerable<string>> Offers<TFix>(string before)
        where TFix : CodeFixProvider, new()
    {
        var (fix, document, diagnostics) = await FindAsync<TFix>(before);
        return (await ActionsAsync(fix, document, diagnostics[0])).Select(action => action.Title);
    }

    private static async Task<(TFix Fix, Document Document, ImmutableArray<Diagnostic> Diagnostics)> FindAsync<TFix>(string source)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var project = Open(source, declaresPlugin: fix.FixableDiagnosticIds[0] != "HL0008");
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var findings = await PluginProject.AnalyzeAsync(compilation!);
        var diagnostics = findings
            .Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id))
            .OrderBy(finding => finding.Location.SourceSpan.Start)
            .ToImmutableArray();
        Assert.NotEmpty(diagnostics);
        return (fix, project.GetDocument(diagnostics[0].Location.SourceTree)!, diagnostics);
    }

    private static Project Open(string source, bool declaresPlugin)
    {
        var files = source.ReplaceLineEndings("\n").Split(Separator);
        var plugin = new PluginProject(files[0]) { IsPlugin = declaresPlugin };
        var project = new AdhocWorkspace()
            .AddProject(plugin.Name, LanguageNames.CSharp)
            .WithParseOptions(PluginProject.ParseOptions)
            .WithCompilationOptions(plugin.Options)
            .WithMetadataReferences(PluginProject.Framework);
        var second = files.Skip(1).Select((text, i) => ($"Other{i}.cs", text));
        return plugin.Files.Concat(second).Aggregate(project, (sum, file) => sum.AddDocument(file.Item1, file.Item2).Project);
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken)
        );
        return actions;
    }

    private static async Task<Project> ApplyAsync(CodeAction action, Solution before)
    {
        var operations = await action.GetOperationsAsync(
            before,
            new Progress<CodeAnalysisProgress>(),
            TestContext.Current.CancellationToken
        );
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.Projects.Single();
    }

    private static async Task AssertFixed(CodeFixProvider fix, string expected, Project project)
    {
        var files = new List<string>();
        foreach (var document in project.Documents.Where(document => document.Name != "Usings.cs"))
        {
            var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
            if (document.Name != "Plugin.cs" || fix.FixableDiagnosticIds[0] == "HL0008")
            {
                files.Add(text.ToString().ReplaceLineEndings("\n"));
            }
        }

        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join(Separator, files));
        var all = new PluginProject(files[0]) { IsPlugin = fix.FixableDiagnosticIds[0] != "HL0008", More = [.. files.Skip(1)] };
        var (compilation, _) = all.Compile();
        Verify.AssertCompiles(compilation);
        Assert.DoesNotContain(await PluginProject.AnalyzeAsync(compilation), finding => fix.FixableDiagnosticIds.Contains(finding.Id));
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
