using System.Globalization;
using System.Text;

namespace Hooklatch.Http;

/// <summary>
/// A sender's text as it may stand in a log: one line, nothing that a terminal would act on, and not long. Without this a line break in a
/// delivery id forges a log entry.
/// </summary>
internal static class LogText
{
    public const int MaxLength = 200;

    public static string Safe(string? text)
    {
        if (text is null)
        {
            return "-";
        }

        if (text.Length <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new StringBuilder(MaxLength);
        var end = 0; // Where the text can be cut so that '…' still fits.
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(Escape(rune));
            if (safe.Length > MaxLength)
            {
                safe.Length = end;
                return safe.Append('…').ToString();
            }

            end = safe.Length < MaxLength ? safe.Length : end;
        }

        return safe.ToString();
    }

    private static string Escape(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar
            ? $"\\u{rune.Value:X4}"
            : rune.ToString();
}
