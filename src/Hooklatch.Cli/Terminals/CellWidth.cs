using System.Globalization;
using System.Text;

namespace Hooklatch.Cli.Terminals;

/// <summary>How many cells of a terminal a text takes. What is unsure is taken as two, so that a line is too short rather than too long.</summary>
internal static class CellWidth
{
    /// <summary>The width of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>A text of at most a width, cut with <c>…</c>.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return width < 1 ? "" : cut.Append('…').ToString();
    }

    private static int Of(Rune rune) =>
        rune.Value < 0x300 ? 1
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        // From Hangul Jamo on, where wide scripts begin, and all pictures; what is narrow among them leaves a gap.
        : rune.Value is < 0x1100 or (>= 0x2000 and < 0x2600) ? 1
        : 2;
}
