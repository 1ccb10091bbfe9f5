using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// The fields of a form as a provider signs them: decoded, in their order, names in the case in which they were sent. Read before the body
/// is verified, so within bounds, and with the same rules as the form that a handler gets.
/// </summary>
internal static class FormPairs
{
    private const int MaxFields = 1024;
    private const int MaxBytes = 1 << 20;

    /// <summary>What is not itself: escapes and spaces, and a zero, which no form may hold.</summary>
    private static readonly SearchValues<byte> Encoded = SearchValues.Create("%+\0"u8);

    /// <summary>The values of hexadecimal digits; -1 for all else.</summary>
    private static readonly sbyte[] Digits = DigitsOf();

    /// <returns>The fields; <see langword="null"/> where the body is no form of UTF-8 text, or too large a one.</returns>
    public static List<KeyValuePair<string, string>>? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBytes)
        {
            return null;
        }

        var fields = new List<KeyValuePair<string, string>>();
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var field = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (field.IsEmpty && end < 0)
            {
                break;
            }

            var equals = field.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? field : field[..equals]);
            var value = Decode(equals < 0 ? default : field[(equals + 1)..]);
            if (name is null || value is null || fields.Count == MaxFields)
            {
                return null;
            }

            fields.Add(new(name, value));
        }

        return fields;
    }

    /// <summary>The value of the one field of a name; <see langword="null"/> where there is none, or several.</summary>
    public static string? Single(List<KeyValuePair<string, string>> fields, string name)
    {
        string? value = null;
        foreach (var field in fields)
        {
            // Ignoring case, as a handler reads them: a second spelling is a second value.
            if (!field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (value is not null || !field.Key.Equals(name, StringComparison.Ordinal))
            {
                return null;
            }

            value = field.Value;
        }

        return value;
    }

    /// <summary>One pass over the text, which copies what holds neither an escape nor a plus as it is.</summary>
    private static string? Decode(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny(Encoded))
        {
            return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            return Decode(text, buffer, out var length) && Utf8.IsValid(buffer.AsSpan(0, length))
                ? Encoding.UTF8.GetString(buffer, 0, length)
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>Whether the text holds no zero.</returns>
    private static bool Decode(ReadOnlySpan<byte> text, Span<byte> decoded, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i];
            if (next == (byte)'+')
            {
                next = (byte)' ';
            }
            else if (next == (byte)'%' && i + 2 < text.Length && ByteOf(text[i + 1], text[i + 2]) is >= 0 and var escaped)
            {
                next = (byte)escaped;
                i += 2;
            }

            if (next == 0)
            {
                return false;
            }

            decoded[length++] = next;
        }

        return true;
    }

    /// <returns>The byte of two hexadecimal digits; less than zero where they are none.</returns>
    private static int ByteOf(byte high, byte low) => Digits[high] < 0 || Digits[low] < 0 ? -1 : (Digits[high] * 16) + Digits[low];

    private static sbyte[] DigitsOf()
    {
        var digits = new sbyte[256];
        Array.Fill(digits, (sbyte)-1);
        for (var i = 0; i < 10; i++)
        {
            digits['0' + i] = (sbyte)i;
        }

        for (var i = 0; i < 6; i++)
        {
            digits['a' + i] = digits['A' + i] = (sbyte)(10 + i);
        }

        return digits;
    }
}
