using System.Globalization;
using System.Text;

namespace Hooklatch.Console.Bodies;

/// <summary>Bytes as rows: offset, 16 bytes, and what they are in ASCII. Keys that stand in them are masked in both.</summary>
internal static class HexRows
{
    /// <summary>How many bytes are shown: 4 KiB.</summary>
    public const int MaxBytes = 4 << 10;

    private const int Width = 16;

    /// <summary>A key that begins in what is shown may end behind it.</summary>
    private const int Margin = 1 << 10;

    /// <summary>The rows of the first 4 KiB.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, SecretMask mask)
    {
        var shown = bytes[..Math.Min(bytes.Length, MaxBytes)];
        var hidden = Hidden(bytes[..Math.Min(bytes.Length, MaxBytes + Margin)], mask);
        var rows = new StringBuilder();
        for (var row = 0; row < shown.Length; row += Width)
        {
            var end = Math.Min(row + Width, shown.Length);
            rows.Append(CultureInfo.InvariantCulture, $"{row:x8} ");
            for (var i = row; i < row + Width; i++)
            {
                rows.Append(i % 8 == 0 ? "  " : " ");
                _ =
                    i >= end ? rows.Append("  ")
                    : hidden[i] ? rows.Append("••")
                    : rows.Append(CultureInfo.InvariantCulture, $"{shown[i]:x2}");
            }

            rows.Append("  |");
            for (var i = row; i < end; i++)
            {
                rows.Append(
                    hidden[i] ? '•'
                    : shown[i] is >= 0x20 and < 0x7F ? (char)shown[i]
                    : '.'
                );
            }

            rows.Append("|\n");
        }

        return rows.ToString();
    }

    private static bool[] Hidden(ReadOnlySpan<byte> bytes, SecretMask mask)
    {
        var hidden = new bool[bytes.Length];
        // Text of one byte for each character, and of two in either order.
        Hide(Encoding.Latin1.GetString(bytes), 1, 0, hidden, mask);
        Hide(EverySecond(bytes, 0), 2, 0, hidden, mask);
        Hide(EverySecond(bytes, 1), 2, 1, hidden, mask);
        return hidden;
    }

    private static void Hide(string text, int step, int first, bool[] hidden, SecretMask mask)
    {
        foreach (var secret in mask.Find(text, isProse: false))
        {
            // What a wide text finds in a narrow one is chance, unless there is text at all.
            if (step == 2 && !text.AsSpan(secret.Start, secret.End - secret.Start).ContainsAnyInRange(' ', '~'))
            {
                continue;
            }

            mask.Hide();
            var end = Math.Min(hidden.Length, (secret.End * step) + first);
            hidden.AsSpan(Math.Min((secret.Start * step) + first, end)..end).Fill(true);
        }
    }

    private static string EverySecond(ReadOnlySpan<byte> bytes, int first)
    {
        var text = new StringBuilder(bytes.Length / 2);
        for (var i = first; i < bytes.Length; i += 2)
        {
            text.Append((char)bytes[i]);
        }

        return text.ToString();
    }
}
