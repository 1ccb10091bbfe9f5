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

            var distance = EditDistance.Of(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance <= length / 3)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }
}
