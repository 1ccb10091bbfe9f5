using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// Finds the known event that an unknown one was probably meant to be. A slip of a few letters is one; another word in its place is not,
/// since a provider adds events that differ from others by a word.
/// </summary>
internal static class NearestEvent
{
    /// <summary>A longer text is not compared.</summary>
    private const int MaxLength = 200;

    /// <summary>How many letters of all words together may differ.</summary>
    private const int MaxSlips = 3;

    /// <summary>The shortest name that is compared without regard to how it divides into words.</summary>
    private const int MinJoined = 6;

    /// <param name="filter">A name or the beginning of names that is not known.</param>
    public static string? Of(string filter, KnownEvents known)
    {
        if (filter.Length > MaxLength)
        {
            return null;
        }

        var isPattern = KnownEvents.IsPattern(filter);
        return Misfit(filter, isPattern, known)
            ?? (isPattern ? Mistyped(filter, known.Patterns) : Mistyped(filter, known.Names) ?? Unfinished(filter, known));
    }

    /// <summary>The name is right and the kind of filter is not: <c>invoice</c>, <c>push.*</c>, and Slack's <c>message.channels</c>.</summary>
    private static string? Misfit(string filter, bool isPattern, KnownEvents known)
    {
        var name = isPattern ? filter.Substring(0, filter.Length - 2) : filter;
        if (isPattern)
        {
            return known.IsKnown(name) ? name : null;
        }

        if (known.IsKnown(name + ".*"))
        {
            return name + ".*";
        }

        var dot = name.IndexOf('.');
        var beginning = dot > 0 ? name.Substring(0, dot) : "";
        return !known.HasAction && known.Names.Contains(beginning) && !known.IsKnown(beginning + ".*") ? beginning : null;
    }

    private static string? Mistyped(string filter, IEnumerable<string> candidates)
    {
        var words = Words(filter);
        var folded = string.Concat(words);
        return candidates
            .Select(candidate => (Name: candidate, Slips: Slips(words, folded, Words(candidate))))
            .Where(candidate => candidate.Slips <= MaxSlips)
            .OrderBy(candidate => candidate.Slips)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The only name that goes on after this one with a word: <c>Push Hook</c> for <c>push</c>.</summary>
    private static string? Unfinished(string filter, KnownEvents known)
    {
        var folded = string.Concat(Words(filter));
        var longer = known.Names.Where(name => IsOneWordMore(Words(name), folded)).Take(2).ToArray();
        return longer.Length == 1 ? longer[0] : null;
    }

    private static bool IsOneWordMore(string[] words, string folded) =>
        words.Length > 1 && string.Concat(words.Take(words.Length - 1)) == folded;

    /// <summary>How many letters differ, ignoring case and what divides words; many for other words.</summary>
    private static int Slips(string[] words, string folded, string[] others)
    {
        var other = string.Concat(others);
        if (folded == other)
        {
            return 0;
        }

        if (words.Length == others.Length)
        {
            return words.Zip(others, SlipsOfWord).Sum();
        }

        // A letter in place of what divides two words joins them.
        return
            Math.Min(folded.Length, other.Length) >= MinJoined
            && Math.Abs(folded.Length - other.Length) <= 1
            && HaveSameDigits(folded, other)
            && EditDistance.Of(folded, other) == 1
            ? 2
            : MaxSlips + 1;
    }

    private static int SlipsOfWord(string one, string other)
    {
        const int Far = MaxSlips + 1;
        if (one == other)
        {
            return 0;
        }

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < 3 || !HaveSameDigits(one, other) || IsOpposite(shorter, longer))
        {
            return Far;
        }

        // Two letters are two slips in a long word that begins alike, and another word in a short one.
        var distance = EditDistance.Of(one, other);
        return distance <= (longer.Length >= 8 && one[0] == other[0] ? 2 : 1) ? distance
            : IsInflected(shorter, longer) ? 2
            : Far;
    }

    /// <summary>Whether both are forms of one word: <c>open</c> and <c>opened</c>, <c>complete</c> and <c>completion</c>.</summary>
    private static bool IsInflected(string shorter, string longer)
    {
        var common = shorter.Zip(longer, (a, b) => a == b).TakeWhile(same => same).Count();
        return common == shorter.Length && shorter.Length >= 3 && longer.Substring(common) is "ed" or "es" or "ing" or "en"
            || common >= 5 && shorter.Length - common <= 4 && longer.Length - common <= 4;
    }

    /// <summary>Whether the longer word says the contrary, as <c>unlocked</c> does of <c>locked</c>: an event of its own.</summary>
    private static bool IsOpposite(string shorter, string longer) =>
        longer.Length - shorter.Length is 2 or 3
        && longer.EndsWith(shorter, StringComparison.Ordinal)
        && longer.Substring(0, longer.Length - shorter.Length) is "un" or "de" or "re" or "in" or "dis" or "non" or "pre";

    /// <summary>A number is no slip: <c>v1</c> and <c>v2</c> are two.</summary>
    private static bool HaveSameDigits(string one, string other) => one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit));

    /// <summary>The words of a name in lower case.</summary>
    private static string[] Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]))
            {
                if (i > start)
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                }

                start = i + 1;
            }
        }

        return [.. words];
    }
}
