using System.Text.RegularExpressions;

namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>Every link from a page to a file of the repository leads to a file that exists.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file() =>
        Assert.Empty(MarkdownPages.All().SelectMany(page => Broken(Path.GetDirectoryName(page)!, File.ReadAllText(page))));

    /// <summary>The index of decisions names every page with its title, date and status.</summary>
    [Fact]
    public void The_index_lists_every_decision()
    {
        var folder = Path.Combine(DiagnosticPages.Root(), "docs", "decisions");
        var index = Path.Combine(folder, "README.md");

        Assert.Equal(
            Directory.EnumerateFiles(folder, "*.md").Where(page => page != index).Select(Row).Order(StringComparer.Ordinal),
            File.ReadAllLines(index).Where(line => line.StartsWith("| 2", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_noticed() =>
        Assert.Equal(
            ["gone.md"],
            Broken(DiagnosticPages.Root(), "[a](gone.md), [b](README.md#try-it), [c](#here), [d](docs), [e](https://example.com/gone.md)")
        );

    private static string Row(string page)
    {
        var lines = File.ReadAllLines(page);
        var status = Status.Match(lines[2]);
        Assert.True(status.Success, $"{page} has no date and status in its third line.");
        return $"| {status.Groups[1].Value} | [{lines[0]["# ".Length..]}]({Path.GetFileName(page)}) | {status.Groups[2].Value} |";
    }

    private static IEnumerable<string> Broken(string folder, string text) =>
        Link.Matches(text)
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Select(target => target.Split('#')[0])
            .Where(target => target.Length > 0 && !Path.Exists(Path.Combine(folder, target)));

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^Date: (\d{4}-\d{2}-\d{2}) · Status: (accepted|replaced by .+)$")]
    private static partial Regex Status { get; }
}
