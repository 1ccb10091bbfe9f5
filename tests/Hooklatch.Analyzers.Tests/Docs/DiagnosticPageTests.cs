using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Docs;

/// <summary>docs/diagnostics is true: pages and descriptors agree, and every example does what its page says.</summary>
public class DiagnosticPageTests
{
    private static readonly DiagnosticPages Pages = DiagnosticPages.Load();

    public static TheoryData<string> Ids => [.. Pages.Pages.Keys];

    [Fact]
    public void Pages_and_descriptors_agree() => Assert.Empty(Pages.Problems());

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_wrong_example_has_its_diagnostic_and_no_other(string id) => Assert.Equal([id], await FindAsync(id, "Wrong"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_right_example_has_none(string id) => Assert.Empty(await FindAsync(id, "Right"));

    [Theory]
    [InlineData(
        "HL0001",
        "# HL0001: An endpoint",
        "# HL0001: The endpoint",
        "The page HL0001 is headed '# HL0001: The endpoint starts with '/'', its title is 'An endpoint starts with '/''"
    )]
    [InlineData("HL0004", "Severity: warning", "Severity: error", "The page HL0004 does not say that the severity is warning")]
    [InlineData("HL0002", "## How to fix", "## Fix", "The page HL0002 does not say how to fix it")]
    [InlineData("HL0003", "A code fix ", "A fix ", "The page HL0003 and the code fixes disagree")]
    [InlineData("HL0005", "## Wrong", "## Bad", "The page HL0005 must have its examples under Wrong and Right")]
    public void The_guard_sees_a_page_that_says_something_else(string id, string old, string changed, string problem)
    {
        var page = Pages.Pages[id];
        var edited = page with { Text = page.Text.Replace(old, changed, StringComparison.Ordinal) };
        Assert.Equal([problem], (Pages with { Pages = Pages.Pages.SetItem(id, edited) }).Problems());
    }

    [Fact]
    public void The_guard_sees_a_page_too_few_and_one_too_many()
    {
        var moved = Pages.Pages.Remove("HL0009").Add("HL9999", Pages.Pages["HL0009"] with { Id = "HL9999" });
        Assert.Equal(["HL0009 has no page", "The page HL9999 has no descriptor"], (Pages with { Pages = moved }).Problems());
    }

    [Fact]
    public void The_guard_sees_an_index_that_is_behind() =>
        Assert.Equal(
            ["The index has a row without a descriptor"],
            (Pages with { Index = Pages.Index + "| [HL9999](HL9999.md) | Nothing | error | |\n" }).Problems()
        );

    private static async Task<IEnumerable<string>> FindAsync(string id, string section)
    {
        var (compilation, _) = Pages.Pages[id].Project(section).Compile();
        Verify.AssertCompiles(compilation);
        return (await PluginProject.AnalyzeAsync(compilation)).Select(finding => finding.Id).Distinct();
    }
}
