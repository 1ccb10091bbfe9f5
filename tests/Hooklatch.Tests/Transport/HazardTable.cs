using System.Text.RegularExpressions;

namespace Hooklatch.Tests.Transport;

/// <summary>The table of docs/hazards.md: a hazard, what Hooklatch does about it, and the tests that prove it.</summary>
internal static partial class HazardTable
{
    /// <summary>The rows, each with the names in backticks of its last column.</summary>
    public static IReadOnlyList<Row> Parse(string markdown) =>
        [
            .. markdown
                .Split('\n')
                .Where(line => line.StartsWith('|'))
                .Skip(2) // The heading and the rule below it.
                .Select(line => line.Trim().Trim('|').Split(" | "))
                .Select(cells => new Row(cells[0].Trim(), [.. Name.Matches(cells[^1]).Select(name => name.Groups[1].Value)])),
        ];

    /// <summary>The fully qualified names of all tests in C# sources.</summary>
    public static IReadOnlySet<string> TestsIn(IEnumerable<string> sources) =>
        sources
            .SelectMany(source =>
                Test.Matches(source).Select(test => $"{Last(Namespace, source, test)}.{Last(Class, source, test)}.{test.Groups[1]}")
            )
            .ToHashSet();

    /// <summary>What is wrong with the table, one sentence each.</summary>
    public static IEnumerable<string> ProblemsOf(IReadOnlyList<Row> rows, IReadOnlySet<string> tests) =>
        rows.Count == 0
            ? ["The table has no rows."]
            : rows.SelectMany(row =>
                row.Tests.Count == 0
                    ? [$"'{row.Hazard}' names no test."]
                    : row.Tests.Except(tests).Select(test => $"'{row.Hazard}' names {test}, which does not exist.")
            );

    /// <summary>The declaration that stands last before the test.</summary>
    private static string Last(Regex declaration, string source, Match test) =>
        declaration.Matches(source[..test.Index]).LastOrDefault()?.Groups[1].Value ?? "";

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace { get; }

    [GeneratedRegex(@"^(?:public|internal)\s(?:\w+\s)*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Class { get; }

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\n(?:\s*(?:\[|//)[^\n]*\n)*\s*public (?:async )?[\w<>]+ (\w+)\(")]
    private static partial Regex Test { get; }

    internal sealed record Row(string Hazard, IReadOnlyList<string> Tests);
}
