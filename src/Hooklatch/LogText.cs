using System.Globalization;
using System.Text;

namespace Hooklatch;

/// <summary>
/// A sender's text as it may stand in a log, on a terminal or in one line of a chat. Without this, a line break in a sender's text forges a line, and
/// an escape sequence controls the terminal of whoever reads it.
/// </summary>
/// <remarks>
/// The loggers that a plugin gets from the host write each entry by <see cref="OneLine"/> already. Call it for what you write elsewhere, such as to the
/// console, to a file or to a chat.
/// </remarks>
public static class LogText
{
    internal const int MaxLength = 200;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The text as one line: control characters, line ends and characters that change the direction of a text are written as <c>\u001B</c>.</summary>
    /// <param name="text">A text of any length.</param>
    /// <returns>The text itself if there is nothing to change; <c>""</c> for <see langword="null"/>.</returns>
    public static string OneLine(string? text)
    {
        if (text is null || IsPlain(text))
        {
            return text ?? "";
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(Escape(rune));
        }

        // A text in any script that needs no change stays the object that it is.
        return safe.Equals(text) ? text : safe.ToString();
    }

    /// <summary>The same, at most 200 characters long; a longer text ends with <c>…</c>.</summary>
    /// <param name="text">A text of any length.</param>
    /// <returns>The line; <c>-</c> for <see langword="null"/>.</returns>
    public static string Safe(string? text)
    {
        if (text is null)
        {
            return "-";
        }

        if (text.Length <= MaxLength && IsPlain(text))
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

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Escape(Rune rune) =>
        // What joins characters is part of many emoji and of some scripts.
        rune.Value
            is not (ZeroWidthNonJoiner or ZeroWidthJoiner)
            && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar
            ? $"\\u{rune.Value:X4}"
            : rune.ToString();
}
