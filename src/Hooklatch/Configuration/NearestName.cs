namespace Hooklatch.Configuration;

/// <summary>
/// Finds the known name that an unknown one was probably meant to be: by the number of characters that are to be changed, added, left out or
/// exchanged with the next one, ignoring case.
/// </summary>
internal static class NearestName
{
    /// <summary>A longer name is not compared: it is hardly a typing mistake.</summary>
    private const int MaxLength = 100;

    /// <summary>How many characters of a mistyped name differ.</summary>
    private const int MaxSlip = 2;

    /// <summary>The nearest name of which at least half is the same.</summary>
    public static string? Of(string name, IEnumerable<string> known) => Within(name, known, length => length / 2);

    /// <summary>The nearest name, where at most two characters and a third of all differ.</summary>
    public static string? Mistyped(string name, IEnumerable<string> known) => Within(name, known, length => Math.Min(MaxSlip, length / 3));

    private static string? Within(string name, IEnumerable<string> known, Func<int, int> limit) =>
        known
            .Where(candidate => Math.Max(candidate.Length, name.Length) <= MaxLength)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit(Math.Max(name.Length, candidate.Name.Length)))
            // Past the number of a typing mistake, a name that begins alike is more likely meant than one that needs fewer changes.
            .OrderBy(candidate => Math.Min(candidate.Distance, MaxSlip + 1))
            .ThenByDescending(candidate => CommonStart(name, candidate.Name))
            .ThenBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    private static int CommonStart(string one, string other) =>
        one.Zip(other).TakeWhile(pair => char.ToUpperInvariant(pair.First) == char.ToUpperInvariant(pair.Second)).Count();

    /// <summary>The optimal string alignment distance; only the last three rows of the table are kept.</summary>
    internal static int Distance(string one, string other)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }
}
