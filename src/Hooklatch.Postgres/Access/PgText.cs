using System.Text;

namespace Hooklatch.Postgres.Access;

/// <summary>Text as PostgreSQL takes it: without the character 0, and of whole code points.</summary>
internal static class PgText
{
    private const char Mark = '\u0001';
    private const string MarkedMark = "\u0001\u0002";
    private const string MarkedZero = "\u0001\u0003";

    public static string? Encode(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.AsSpan().ContainsAny(Mark, '\0'))
        {
            text = text.Replace("\u0001", MarkedMark, StringComparison.Ordinal).Replace("\0", MarkedZero, StringComparison.Ordinal);
        }

        // Half of a pair is what Encoding.UTF8 makes of it everywhere else.
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }

    public static string? Decode(string? text) =>
        text is null || !text.Contains(Mark, StringComparison.Ordinal)
            ? text
            : text.Replace(MarkedZero, "\0", StringComparison.Ordinal).Replace(MarkedMark, "\u0001", StringComparison.Ordinal);
}
