using System.Buffers.Text;

namespace Hooklatch.Json;

/// <summary>Finds escapes such as <c>\ud83d</c> that are half of a character. JSON's grammar allows them, but no text holds them (RFC 8259 section 8.2).</summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Whether a string has an escaped surrogate without its other half.</summary>
    /// <param name="text">A well-formed string as it is written, without its quotes.</param>
    public static bool HasLone(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\\') is >= 0 and var at)
        {
            text = text[at..];
            // Only what begins with a D can be one: a text of other escapes, which anyone can send, is passed by at once.
            var unit = text[1] == (byte)'u' && (text[2] | 0x20) == 'd' ? CodeUnit(text) : default;
            if (char.IsLowSurrogate(unit) || (char.IsHighSurrogate(unit) && !char.IsLowSurrogate(CodeUnit(text[EscapeLength..]))))
            {
                return true;
            }

            text = text[(char.IsHighSurrogate(unit) ? 2 * EscapeLength : 2)..];
        }

        return false;
    }

    /// <summary>The UTF-16 code unit that an escape at the beginning of the text stands for; 0 for another beginning.</summary>
    private static char CodeUnit(ReadOnlySpan<byte> text) =>
        text.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(text[2..EscapeLength], out ushort unit, out var length, 'x')
        && length == EscapeLength - 2
            ? (char)unit
            : default;
}
