using System.Text;
using System.Text.Unicode;

namespace Hooklatch.Console.Bodies;

/// <summary>Shows the content of a body, a part or a field as what it is: JSON, text, or bytes.</summary>
/// <param name="mask">Masks secrets.</param>
internal sealed class ContentPrinter(SecretMask mask)
{
    /// <summary>A key that begins in what is shown may end behind it.</summary>
    private const int Margin = 16 << 10;

    /// <summary>Shows bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="max">The most UTF-16 code units of it.</param>
    public (string Kind, string Text, bool IsCut) Print(ReadOnlySpan<byte> bytes, int max)
    {
        if (bytes.IsEmpty)
        {
            return ("empty", "", false);
        }

        if (TryJson(bytes, max) is { } json)
        {
            return ("json", json.ToString(), json.IsCut);
        }

        // Bytes with a zero are no text for people, although UTF-8 has one.
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
        {
            var (text, isCut) = Text(Encoding.UTF8.GetString(Begin(bytes, (3 * max) + Margin)), max);
            return ("text", text, isCut);
        }

        return ("binary", HexRows.Of(bytes, mask), bytes.Length > HexRows.MaxBytes);
    }

    /// <summary>A field of a form, which may hold a document.</summary>
    public (string Text, bool IsCut) PrintField(string value, int max)
    {
        if (value is ['{' or '[', ..] && TryJson(Encoding.UTF8.GetBytes(value), max) is { } json)
        {
            return (json.ToString(), json.IsCut);
        }

        return Text(value, max);
    }

    private BoundedText? TryJson(ReadOnlySpan<byte> bytes, int max)
    {
        var text = new BoundedText(max);
        // What is masked counts only where it is shown.
        var before = mask.Count;
        if (new JsonPrinter(mask, text).TryPrint(bytes))
        {
            return text;
        }

        mask.Forget(before);
        return null;
    }

    private (string Text, bool IsCut) Text(string value, int max)
    {
        var text = new BoundedText(max);
        text.Append(mask.InText(value.Length > max + Margin ? value[..(max + Margin)] : value));
        return (text.ToString(), text.IsCut || value.Length > max + Margin);
    }

    /// <summary>The beginning of a text, which does not end within a character.</summary>
    private static ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> bytes, int max)
    {
        if (bytes.Length <= max)
        {
            return bytes;
        }

        while ((bytes[max] & 0xC0) == 0x80)
        {
            max--;
        }

        return bytes[..max];
    }
}
