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

    /// <summary>The diagnostics that a code fix repairs.</summary>
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
        foreach (var descriptor in Descriptors)
        {
            var row = IndexRow(descriptor);
            if (!Index.Contains(row, StringComparison.Ordinal))
            {
                yield return $"The index lacks '{row}'";
            }

            if (!descriptor.HelpLinkUri.EndsWith($"/docs/diagnostics/{descriptor.Id}.md", StringComparison.Ordinal))
            {
                yield return $"The help link of {descriptor.Id} leads to {descriptor.HelpLinkUri}";
            }

            foreach (
                var problem in Pages.TryGetValue(descriptor.Id, out var page)
                    ? Problems(descriptor, page)
                    : [$"{descriptor.Id} has no page"]
            )
            {
                yield return problem;
            }
        }

        foreach (var id in Pages.Keys.Except(Descriptors.Select(descriptor => descriptor.Id)))
        {
            yield return $"The page {id} has no descriptor";
        }

        if (Index.Split("\n| [HL").Length - 1 != Descriptors.Length)
        {
            yield return "The index has a row without a descriptor";
        }
    }

    private static IEnumerable<string> Problems(DiagnosticDescriptor descriptor, DiagnosticPage page)
    {
        if (page.Heading != $"# {descriptor.Id}: {descriptor.Title}")
        {
            yield return $"The page {descriptor.Id} is headed '{page.Heading}', its title is '{descriptor.Title}'";
        }

        if (!page.Text.Contains($"\n\nSeverity: {SeverityOf(descriptor)}\n\n", StringComparison.Ordinal))
        {
            yield return $"The page {descriptor.Id} does not say that the severity is {SeverityOf(descriptor)}";
        }

        if (!page.Text.Contains("\n## How to fix\n", StringComparison.Ordinal))
        {
            yield return $"The page {descriptor.Id} does not say how to fix it";
        }

        if (page.Text.Contains("\nA code fix ", StringComparison.Ordinal) != Fixable.Contains(descriptor.Id))
        {
            yield return $"The page {descriptor.Id} and the code fixes disagree";
        }

        if (page.Examples("Wrong").Length == 0 || page.Examples("Right").Length == 0 || page.HasExampleElsewhere)
        {
            yield return $"The page {descriptor.Id} must have its examples under Wrong and Right";
        }
    }

    private static string IndexRow(DiagnosticDescriptor descriptor) =>
        $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title, -48} | {SeverityOf(descriptor), -8} | {(Fixable.Contains(descriptor.Id) ? "yes" : ""), -8} |\n";

    private static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity.ToString().ToLowerInvariant();

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
