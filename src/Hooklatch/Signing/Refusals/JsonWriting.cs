using System.Globalization;
using System.Text;
using System.Text.Json;
using Hooklatch.Http;

namespace Hooklatch.Signing.Refusals;

/// <summary>A JSON text as libraries write it. Numbers stay as they are written.</summary>
/// <param name="Name">Who writes so, to follow "written anew as JSON".</param>
/// <param name="Bytes">The text in UTF-8.</param>
internal sealed record JsonWriting(string Name, byte[] Bytes)
{
    private static readonly Style[] Styles =
    [
        new("without white space, as JSON.stringify writes it", ",", ":", Indent: 0, IsAscii: false, EscapesSlash: false),
        new("with a space behind commas and colons, as Python writes it", ", ", ": ", Indent: 0, IsAscii: true, EscapesSlash: false),
        new("with a space behind commas and colons", ", ", ": ", Indent: 0, IsAscii: false, EscapesSlash: false),
        new("without white space and in ASCII", ",", ":", Indent: 0, IsAscii: true, EscapesSlash: false),
        new("without white space, in ASCII and with '\\/', as PHP writes it", ",", ":", Indent: 0, IsAscii: true, EscapesSlash: true),
        new("indented by two spaces", ",", ": ", Indent: 2, IsAscii: false, EscapesSlash: false),
        new("indented by four spaces", ",", ": ", Indent: 4, IsAscii: false, EscapesSlash: false),
    ];

    /// <summary>Each other writing of a JSON text; none for what is no JSON, or names something twice.</summary>
    public static IEnumerable<JsonWriting> Of(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, WebhookJson.Document);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (document)
        {
            foreach (var style in Styles)
            {
                var text = new StringBuilder();
                Write(text, document.RootElement, style, depth: 0);
                var bytes = Encoding.UTF8.GetBytes(text.ToString());
                if (!body.Span.SequenceEqual(bytes))
                {
                    yield return new(style.Name, bytes);
                }
            }
        }
    }

    private static void Write(StringBuilder text, JsonElement element, Style style, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                var isFirst = true;
                foreach (var property in element.EnumerateObject())
                {
                    Separate(text, style, depth + 1, isFirst);
                    isFirst = false;
                    WriteText(text, property.Name, style);
                    text.Append(style.Colon);
                    Write(text, property.Value, style, depth + 1);
                }

                End(text, style, depth, isFirst, '}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                isFirst = true;
                foreach (var item in element.EnumerateArray())
                {
                    Separate(text, style, depth + 1, isFirst);
                    isFirst = false;
                    Write(text, item, style, depth + 1);
                }

                End(text, style, depth, isFirst, ']');
                break;
            case JsonValueKind.String:
                WriteText(text, element.GetString()!, style);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void Separate(StringBuilder text, Style style, int depth, bool isFirst)
    {
        text.Append(isFirst ? "" : style.Comma);
        if (style.Indent > 0)
        {
            text.Append('\n').Append(' ', style.Indent * depth);
        }
    }

    private static void End(StringBuilder text, Style style, int depth, bool isEmpty, char end)
    {
        if (style.Indent > 0 && !isEmpty)
        {
            text.Append('\n').Append(' ', style.Indent * depth);
        }

        text.Append(end);
    }

    private static void WriteText(StringBuilder text, string value, Style style)
    {
        text.Append('"');
        foreach (var one in value)
        {
            _ = one switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '/' when style.EscapesSlash => text.Append("\\/"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}"),
                > '~' when style.IsAscii => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}"),
                _ => text.Append(one),
            };
        }

        text.Append('"');
    }

    private sealed record Style(string Name, string Comma, string Colon, int Indent, bool IsAscii, bool EscapesSlash);
}
