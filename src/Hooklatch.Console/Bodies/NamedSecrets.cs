using System.Buffers;

namespace Hooklatch.Console.Bodies;

/// <summary>
/// Finds values that stand behind the name of a secret in a text that nobody has parsed: <c>token=…</c>, <c>"token": "…"</c>, <c>&lt;token&gt;…</c>,
/// <c>Authorization: …</c>.
/// </summary>
/// <param name="names">Which names are such.</param>
/// <param name="isProse">Whether the text is a value of a document, where a colon after a word is punctuation and ends with the next blank.</param>
internal readonly ref struct NamedSecrets(SecretNames names, bool isProse)
{
    /// <summary>What ends a value that is not quoted.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n&;,<\"'}])\\");

    private const int MaxName = 64;
    private const string Data = "<![CDATA[";

    /// <summary>Adds the values.</summary>
    public void Find(ReadOnlySpan<char> text, List<TextRange> found)
    {
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOfAny('=', ':', '>');
            if (next < 0)
            {
                return;
            }

            at += next;
            var value = NameEndsAt(text, at) is { } name && names.Match(name) ? ValueAt(text, at) : default;
            if (value.End > value.Start)
            {
                found.Add(value);
            }

            at = Math.Max(at + 1, value.End);
        }
    }

    /// <summary>The name that stands before a separator.</summary>
    private static string? NameEndsAt(ReadOnlySpan<char> text, int separator)
    {
        var end = separator;
        for (var skipped = 0; end > 0 && skipped < 8 && IsAround(text[end - 1]); skipped++)
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < MaxName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        // Behind the end of an element is no value of it.
        var isEnd = text[separator] == '>' && start > 0 && text[start - 1] == '/';
        return start == end || isEnd ? null : text[start..end].ToString();
    }

    private static bool IsAround(char c) => c is ' ' or '\t' or '"' or '\'' or '\\' or ']';

    private TextRange ValueAt(ReadOnlySpan<char> text, int separator)
    {
        var start = separator + 1;
        if (text[separator] == '>')
        {
            return InElement(text, start);
        }

        while (start < text.Length && text[start] is ' ' or '\t' or '>' or '=')
        {
            start++;
        }

        var rest = text[start..];
        return rest is ['\\', '"', ..] ? Quoted(text, start + 2, "\\\"")
            : rest is ['"', ..] ? Quoted(text, start + 1, "\"")
            : rest is ['\'', ..] ? Quoted(text, start + 1, "'")
            // A document or an address is no value: what is in it is looked at by itself.
            : rest is ['{' or '[', ..] || rest.StartsWith("//") ? default
            : new(start, start + LengthOf(rest, text[separator]));
    }

    private int LengthOf(ReadOnlySpan<char> value, char separator)
    {
        var toLineEnd = separator == ':' && (!isProse || IsScheme(value));
        var end = toLineEnd ? value.IndexOfAny('\r', '\n') : value.IndexOfAny(Ends);
        return end < 0 ? value.Length : end;
    }

    /// <summary>Whether what follows is the value of an Authorization header, whose first word is no secret.</summary>
    private static bool IsScheme(ReadOnlySpan<char> value) =>
        value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("Token ", StringComparison.OrdinalIgnoreCase);

    private static TextRange InElement(ReadOnlySpan<char> text, int start)
    {
        var isData = text[start..].StartsWith(Data);
        start += isData ? Data.Length : 0;
        var length = isData ? text[start..].IndexOf("]]>") : text[start..].IndexOf('<');
        return new(start, length < 0 ? text.Length : start + length);
    }

    private static TextRange Quoted(ReadOnlySpan<char> text, int start, string quote)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at..].StartsWith(quote))
            {
                return new(start, at);
            }

            // An escaped quote ends nothing.
            at += text[at] == '\\' ? 1 : 0;
        }

        return new(start, text.Length);
    }
}
