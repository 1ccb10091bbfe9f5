using System.Globalization;
using System.Text;

namespace Hooklatch.Bodies.Forms;

/// <summary>Makes names to show out of the names that senders give their files.</summary>
internal static class FileNames
{
    private const string Nameless = "file";
    private const int MaxLength = 255;

    /// <summary>
    /// The last segment, without control characters and line separators, at most 255 characters; "file" if nothing but dots
    /// and spaces remains. It can neither leave a directory nor break a line of a log.
    /// </summary>
    public static string ToDisplayName(string given)
    {
        var segment = given.AsSpan()[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var name = new StringBuilder(Math.Min(segment.Length, MaxLength));
        foreach (var rune in segment.EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > MaxLength)
            {
                break;
            }

            if (!IsControl(rune))
            {
                name.Append(rune.ToString());
            }
        }

        var shown = name.ToString();
        return shown.AsSpan().ContainsAnyExcept('.', ' ') ? shown : Nameless;
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
