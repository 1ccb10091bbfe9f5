using System.Collections.Immutable;
using Hooklatch.CodeFixes;
using Hooklatch.Generators;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>The pages under docs/diagnostics, and what must be true of them.</summary>
/// <param name="Pages">The pages by id.</param>
/// <param name="Index">The table of all of them.</param>
internal sealed record DiagnosticPages(ImmutableSortedDictionary<string, DiagnosticPage> Pages, string Index)
{
    public static DiagnosticPages Load()
    {
        var folder = Path.Combine(Root(), "docs", "diagnostics");
        return new DiagnosticPages(
            Directory
                .EnumerateFiles(folder, "*.md")
                .Where(file => Path.GetFileName(file) != "README.md")
                .Select(file => new DiagnosticPage(Path.GetFileNameWithoutExtension(file), Read(file)))
                .ToImmutableSortedDictionary(page => page.Id, page => page, StringComparer.Ordinal),
            Read(Path.Combine(folder, "README.md"))
        );
    }

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => new HooklatchAnalyzer().SupportedDiagnostics;

    /// <summary>The rules that a code fix repairs.</summary>
    public static ImmutableHashSet<string> Fixable { get; } =
    [
        .. typeof(AddSlashFix)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    /// <summary>Where pages and descriptors disagree.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var rule in Descriptors)
        {
            var row = IndexRow(rule);
            if (!Index.Contains(row, StringComparison.Ordinal))
            {
                yield return $"The index lacks '{row}'";
            }

            if (!rule.HelpLinkUri.EndsWith($"/docs/diagnostics/{rule.Id}.md", StringComparison.Ordinal))
            {
                yield return $"The help link of {rule.Id} leads to {rule.HelpLinkUri}";
            }

            foreach (var problem in Pages.TryGetValue(rule.Id, out var page) ? Problems(rule, page) : [$"{rule.Id} has no page"])
            {
                yield return problem;
            }
        }

        foreach (var id in Pages.Keys.Except(Descriptors.Select(rule => rule.Id)))
        {
            yield return $"The page {id} has no descriptor";
        }

        if (Index.Split("\n| [HL").Length - 1 != Descriptors.Length)
        {
            yield return "The index has a row without a descriptor";
        }
    }

    private static IEnumerable<string> Problems(DiagnosticDescriptor rule, DiagnosticPage page)
    {
        if (page.Heading != $"# {rule.Id}: {rule.Title}")
        {
            yield return $"The page {rule.Id} is headed '{page.Heading}', its rule is '{rule.Title}'";
        }

        if (!page.Text.Contains($"\n\nSeverity: {SeverityOf(rule)}\n\n", StringComparison.Ordinal))
        {
            yield return $"The page {rule.Id} does not say that the severity is {SeverityOf(rule)}";
        }

        if (!page.Text.Contains("\n## How to fix\n", StringComparison.Ordinal))
        {
            yield return $"The page {rule.Id} does not say how to fix it";
        }

        if (page.Text.Contains("\nA code fix ", StringComparison.Ordinal) != Fixable.Contains(rule.Id))
        {
            yield return $"The page {rule.Id} and the code fixes disagree";
        }

        if (page.Examples("Wrong").Length == 0 || page.Examples("Right").Length == 0 || page.HasExampleElsewhere)
        {
            yield return $"The page {rule.Id} must have its examples under Wrong and Right";
        }
    }

    private static string IndexRow(DiagnosticDescriptor rule) =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title, -48} | {SeverityOf(rule), -8} | {(Fixable.Contains(rule.Id) ? "yes" : ""), -8} |\n";

    private static string SeverityOf(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Framework.sln above the tests.");
        }

        return folder;
    }
}
