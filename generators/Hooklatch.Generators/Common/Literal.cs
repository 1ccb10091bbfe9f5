using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Common;

/// <summary>The one way by which an author's text gets into generated code.</summary>
internal static class Literal
{
    public static string String(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string StringOrNull(string? text) => text is null ? "null" : String(text);

    /// <summary>Text on several lines as a raw literal, which keeps it readable; each line after the first gets the indentation.</summary>
    public static string Raw(string text, string indentation)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(text, '"') + 1));
        return $"{quotes}\n{text}\n{quotes}".Replace("\n", "\n" + indentation);
    }

    public static string Utf8(string text) => String(text) + "u8";

    public static string Character(char character) => SymbolDisplay.FormatLiteral(character, quote: true);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";

    private static int LongestRun(string text, char c)
    {
        var (longest, run) = (0, 0);
        foreach (var next in text)
        {
            run = next == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Text for an XML comment: on one line and without markup.</summary>
    public static string Comment(string text)
    {
        var safe = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ when char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) => " ",
                    _ => c.ToString(),
                }
            );
        }

        return safe.ToString();
    }
}
