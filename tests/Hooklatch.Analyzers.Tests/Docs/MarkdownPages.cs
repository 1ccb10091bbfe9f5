namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>The pages for people: those beside the solution and all under docs.</summary>
internal static class MarkdownPages
{
    public static IEnumerable<string> All() =>
        Directory
            .EnumerateFiles(Path.Combine(DiagnosticPages.Root(), "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(DiagnosticPages.Root(), "*.md"))
            .Order(StringComparer.Ordinal);
}
