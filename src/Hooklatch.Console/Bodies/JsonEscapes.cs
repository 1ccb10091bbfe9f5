using System.Globalization;
using System.Text;

namespace Hooklatch.Console.Bodies;

/// <summary>Reads the escapes of a JSON string, also where half of a character stands alone, which a reader of text refuses.</summary>
internal static class JsonEscapes
{
    /// <summary>What a well-formed string stands for.</summary>
    /// <param name="written">The string as it is written, without its quotes.</param>
    public static string Unescape(string written)
    {
        if (!written.Contains('\\'))
        {
            return written;
        }

        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            // A string that was cut may end within an escape.
            if (written[i] != '\\' || i + (i + 1 < written.Length && written[i + 1] == 'u' ? 5 : 1) >= written.Length)
            {
                text.Append(written[i]);
                continue;
            }

            i++;
            switch (written[i])
            {
                case 'u':
                    text.Append((char)ushort.Parse(written.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case var c:
                    text.Append(
                        c switch
                        {
                            'n' => '\n',
                            'r' => '\r',
                            't' => '\t',
                            'b' => '\b',
                            'f' => '\f',
                            _ => c,
                        }
                    );
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The string as JSON writes it, without quotes; half of a character as an escape.</summary>
    public static string Escape(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                written.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '"' or '\\' => written.Append('\\').Append(c),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                _ when char.IsControl(c) || char.IsSurrogate(c) => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => written.Append(c),
            };
        }

        return written.ToString();
    }
}
