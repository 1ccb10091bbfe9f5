using Microsoft.CodeAnalysis;

namespace Hooklatch.Analyzers.Tests.Testing;

/// <summary>
/// A diagnostic test in one line: source with every expected diagnostic marked, and, where they matter, the messages in order of place.
/// No other diagnostic may appear, and neither the source nor what is generated from it may have a C# error.
/// </summary>
internal static class Verify
{
    /// <summary>Checks members of a public class <c>Hooks</c>.</summary>
    public static Task Handlers(string marked, params string[] messages) => Plugin($"public class Hooks\n{{\n{marked}\n}}", messages);

    /// <summary>Checks a file of a plugin.</summary>
    public static Task Plugin(string marked, params string[] messages) =>
        Project(new PluginProject(Markup.Remove(marked)), marked, messages);

    /// <summary>Checks a project whose source is the marked one without its marks.</summary>
    public static async Task Project(PluginProject project, string marked, params string[] messages)
    {
        var (compilation, generated) = project.Compile();
        Assert.All(generated.Results, result => Assert.Null(result.Exception));
        AssertCompiles(compilation);
        var findings = await PluginProject.AnalyzeAsync(compilation);
        Assert.Equal(marked, Markup.Add(project.Source, findings), ignoreLineEndingDifferences: false);
        if (messages.Length > 0)
        {
            Assert.Equal(messages, findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(Message));
        }
    }

    public static void AssertCompiles(Compilation compilation) =>
        Assert.Empty(
            compilation
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
        );

    public static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
