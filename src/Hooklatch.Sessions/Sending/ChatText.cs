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
