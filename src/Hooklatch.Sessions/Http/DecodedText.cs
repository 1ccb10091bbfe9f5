using System.Globalization;
using System.Net;
using System.Text;

namespace Hooklatch.Sessions.Http;

/// <summary>A text that was decoded some times, and where each of its characters was in the text as it came.</summary>
internal sealed class DecodedText
{
    private readonly int[] _begins;
    private readonly int[] _ends;

    private DecodedText(string text, int[] begins, int[] ends) => (Text, _begins, _ends) = (text, begins, ends);

    public string Text { get; }

    /// <summary>The text as it came.</summary>
    public static DecodedText Of(string text) => new(text, [.. Enumerable.Range(0, text.Length)], [.. Enumerable.Range(1, text.Length)]);

    /// <summary>Where a character began.</summary>
    public int BeginOf(int index) => _begins[index];

    /// <summary>Behind where a character ended.</summary>
    public int EndOf(int index) => _ends[index];

    /// <summary>
    /// Undoes one encoding of each character that is encoded: percent-encoding, the escapes of JSON and of other languages, the entities of HTML. What
    /// is malformed stays as it is.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    public bool TryDecode(out DecodedText decoded)
    {
        decoded = this;
        if (Text.AsSpan().IndexOfAny('%', '\\', '&') < 0)
        {
            return false;
        }

        var (text, begins, ends) = (new StringBuilder(Text.Length), new List<int>(Text.Length), new List<int>(Text.Length));
        var isDecoded = false;
        for (var at = 0; at < Text.Length; )
        {
            var length = TryReadEscape(Text.AsSpan(at), out var characters);
            isDecoded |= length > 0;
            length = Math.Max(length, 1);
            foreach (var character in characters ?? Text.Substring(at, 1))
            {
                text.Append(character);
                begins.Add(_begins[at]);
                ends.Add(_ends[at + length - 1]);
            }

            at += length;
        }

        decoded = new DecodedText(text.ToString(), [.. begins], [.. ends]);
        return isDecoded;
    }

    private static int TryReadEscape(ReadOnlySpan<char> text, out string? characters)
    {
        characters = null;
        return text[0] switch
        {
            '%' => TryReadPercent(text, out characters),
            '\\' => TryReadBackslash(text, out characters),
            '&' => TryReadEntity(text, out characters),
            _ => 0,
        };
    }

    /// <summary>A character as one to four bytes of UTF-8, each as <c>%</c> and two digits.</summary>
    private static int TryReadPercent(ReadOnlySpan<char> text, out string? characters)
    {
        characters = null;
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < bytes.Length && TryReadByte(text[(3 * count)..], out bytes[count]); )
        {
            count++;
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out _) is System.Buffers.OperationStatus.Done)
            {
                characters = rune.ToString();
                return 3 * count;
            }
        }

        return 0;
    }

    private static bool TryReadByte(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        return text.Length >= 3
            && text[0] == '%'
            && byte.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static int TryReadBackslash(ReadOnlySpan<char> text, out string? characters)
    {
        characters = null;
        if (text.Length < 2)
        {
            return 0;
        }

        var digits = text[1] switch
        {
            'u' => 4,
            'x' => 2,
            _ => 0,
        };
        if (digits == 0)
        {
            // Also what need not be escaped: "\/", "\-".
            characters = text[1].ToString();
            return 2;
        }

        if (
            text.Length < 2 + digits
            || !ushort.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            return 0;
        }

        characters = ((char)code).ToString();
        return 2 + digits;
    }

    private static int TryReadEntity(ReadOnlySpan<char> text, out string? characters)
    {
        const int MaxLength = 12;
        characters = null;
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }

        var entity = text[..(end + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(entity);
        if (decoded == entity)
        {
            return 0;
        }

        characters = decoded;
        return entity.Length;
    }
}
