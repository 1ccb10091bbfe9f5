using System.Buffers.Text;
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

    private static string? Decode(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'%' && TryDecodeEscape(text[(i + 1)..], out var escaped))
            {
                decoded[length] = escaped;
                i += 2;
            }
            else
            {
                decoded[length] = text[i] == (byte)'+' ? (byte)' ' : text[i];
            }

            if (decoded[length++] == 0)
            {
                return null;
            }
        }

        return Utf8.IsValid(decoded.AsSpan(0, length)) ? Encoding.UTF8.GetString(decoded, 0, length) : null;
    }

    private static bool TryDecodeEscape(ReadOnlySpan<byte> text, out byte decoded)
    {
        decoded = 0;
        return text.Length >= 2 && Utf8Parser.TryParse(text[..2], out decoded, out var read, standardFormat: 'x') && read == 2;
    }
}
