using System.Text.RegularExpressions;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>A row of the table of deviations in docs/binding.md.</summary>
/// <param name="Requests">Patterns of the names of cases, with <c>*</c> for any text.</param>
/// <param name="Theirs">The statuses that ASP.NET Core answers with.</param>
/// <param name="Ours">The statuses that we answer with.</param>
/// <param name="Reason">Why.</param>
internal sealed partial record Deviation(IReadOnlyList<string> Requests, string Theirs, string Ours, string Reason)
{
    /// <summary>The rows of the table whose header begins with "Requests".</summary>
    public static IReadOnlyList<Deviation> Parse(IEnumerable<string> lines) =>
        [
            .. lines
                .SkipWhile(line => !line.StartsWith("| Requests ", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => new Deviation(
                    [.. Code().Matches(cells[0]).Select(match => match.Groups[1].Value)],
                    cells[1],
                    cells[2],
                    cells[3]
                )),
        ];

    /// <summary>Whether the row names the request and both statuses.</summary>
    public bool Explains(Outcome outcome) => Requests.Any(pattern => Explains(outcome, pattern));

    public bool Explains(Outcome outcome, string pattern) =>
        Lists(Theirs, outcome.Theirs.Status) && Lists(Ours, outcome.Ours.Status) && Matches(pattern, outcome.Case.Name);

    private static bool Matches(string pattern, string name) =>
        Regex.IsMatch(name, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);

    private static bool Lists(string cell, int status) => cell.Contains($"{status}", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
