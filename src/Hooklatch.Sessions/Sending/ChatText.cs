using System.Globalization;
using System.Text;

namespace Hooklatch.Sessions.Sending;

/// <summary>Text as a chat, a terminal or a log takes it.</summary>
internal static class ChatText
{
    private const string Ellipsis = "…";

    /// <summary>The text if it fits, else its beginning and <c>…</c>; no character is cut in two.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) <= maxLength - Ellipsis.Length)
        {
            end += StringInfo.GetNextTextElementLength(text, end);
        }

        return text[..end] + Ellipsis;
    }

    /// <summary>One line of at most 200 characters, for a log.</summary>
    public static string Line(string text) => Cut(Printable(text), 200);

    /// <summary>The text with its control characters escaped, except for line ends and tabs. What joins and directs characters stays.</summary>
    public static string WithoutControls(string text)
    {
        if (!HasControls(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            safe.Append(IsControl(text, at) ? $"\\u{(int)text[at]:X4}" : text[at].ToString());
        }

        return safe.ToString();
    }

    private static bool HasControls(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsControl(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A carriage return alone would print over the line that it ends.</summary>
    private static bool IsControl(string text, int at) =>
        char.IsControl(text[at]) && text[at] is not ('\n' or '\t') && !(text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    /// <summary>The text without what a terminal acts on; line ends stay where they are kept.</summary>
    public static string Printable(string text, bool keepLines = false)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            printable.Append(
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                && !(keepLines && rune.Value is '\n' or '\t')
                    ? $"\\u{rune.Value:X4}"
                    : rune.ToString()
            );
        }

        return printable.ToString();
    }
}
