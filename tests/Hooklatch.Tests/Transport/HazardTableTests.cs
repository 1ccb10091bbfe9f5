namespace Hooklatch.Tests.Transport;

/// <summary>Every row of docs/hazards.md names the tests that prove it, and they exist.</summary>
public sealed class HazardTableTests
{
    private const string Heading = "| Hazard | What Hooklatch does | Proven by |\n|---|---|---|\n";

    [Fact]
    public void Every_hazard_is_proven_by_a_test_that_exists()
    {
        var table = HazardTable.Parse(File.ReadAllText(Repository.PathOf("docs", "hazards.md")));

        Assert.Empty(HazardTable.ProblemsOf(table, HazardTable.TestsIn(SourcesOfTests())));
    }

    [Theory]
    [InlineData("| Rain | An umbrella | |", "'Rain' names no test.")]
    [InlineData("| Rain | An umbrella | trust us |", "'Rain' names no test.")]
    [InlineData("| Rain | An umbrella | `Weather.Umbrellas.Leak` |", "'Rain' names Weather.Umbrellas.Leak, which does not exist.")]
    [InlineData(
        "| Rain | An umbrella | `Weather.Umbrellas.Open`, `Weather.Other.Open` |",
        "'Rain' names Weather.Other.Open, which does not exist."
    )]
    [InlineData("", "The table has no rows.")]
    public void A_row_without_a_proof_is_found(string row, string problem)
    {
        var tests = HazardTable.TestsIn([
            "namespace Weather;\npublic sealed class Umbrellas\n{\n    [Fact]\n    public void Open() { }\n}\n",
        ]);

        Assert.Equal([problem], HazardTable.ProblemsOf(HazardTable.Parse(Heading + row), tests));
    }

    private static IEnumerable<string> SourcesOfTests() =>
        Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules"))
            .Select(File.ReadAllText);
}
