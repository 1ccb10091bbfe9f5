namespace Hooklatch.Generators.Common;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>How many characters of a mistyped name differ.</summary>
    private const int MaxSlip = 2;

    /// <summary>
    /// The nearest name, where at most two characters and a third of all are changed, added, left out or exchanged with the next one, ignoring
    /// case.
    /// </summary>
    public static string? Mistyped(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = MaxSlip + 1;
        foreach (var candidate in known)
        {
            var length = Math.Max(name.Length, candidate.Length);
            if (Math.Abs(name.Length - candidate.Length) >= least)
            {
                continue;
            }

            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance <= length / 3)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>The optimal string alignment distance.</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= other.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
