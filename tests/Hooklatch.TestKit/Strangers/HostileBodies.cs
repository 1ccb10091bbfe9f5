using System.Text;

namespace Hooklatch.TestKit.Strangers;

/// <summary>Bodies that cost a careless reader most per byte: many small pieces, escapes, and values that are compared with each other.</summary>
internal static class HostileBodies
{
    /// <summary>Every shape in so many bytes, some of them around a genuine body, so that what a reader looks for is there.</summary>
    public static IEnumerable<(string Name, string? ContentType, byte[] Body)> Of(byte[] genuine, int size)
    {
        var text = Encoding.UTF8.GetString(genuine);
        yield return ("zeros", null, new byte[size]);
        yield return ("spaces", null, Encoding.UTF8.GetBytes(text + Repeat(" ", size - genuine.Length)));
        foreach (var (name, body) in Json(text, size))
        {
            yield return ("JSON: " + name, "application/json", Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, body) in Xml(text, size))
        {
            yield return ("XML: " + name, "text/xml", Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, body) in Form(text, size))
        {
            yield return ("form: " + name, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, body) in Multipart(size))
        {
            yield return ("multipart: " + name, "multipart/form-data; boundary=b", Encoding.UTF8.GetBytes(body));
        }
    }

    /// <summary>A piece again and again, with its number where it has a place for one.</summary>
    public static string Repeat(string piece, int size)
    {
        var text = new StringBuilder();
        if (!piece.Contains('#', StringComparison.Ordinal))
        {
            return size < piece.Length ? "" : text.Insert(0, piece, size / piece.Length).ToString();
        }

        for (var i = 0; text.Length < size - 12; i++)
        {
            text.Append(piece.Replace("#", $"{i}", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static IEnumerable<(string, string)> Json(string genuine, int size)
    {
        yield return ("commas", Repeat(",", size));
        yield return ("braces", Repeat("[", size));
        foreach (
            var (name, piece, last) in new[]
            {
                ("an array", "1,", "1"),
                ("empty objects", "{},", "{}"),
                ("an array of texts", "\"\",", "\"\""),
                ("escapes", "", ""),
            }
        )
        {
            var value =
                name == "escapes"
                    ? $"\"{Repeat("\\u0061", size - genuine.Length - 32)}\""
                    : $"[{Repeat(piece, size - genuine.Length - 32)}{last}]";
            yield return (name, $"{{\"a\":{value}}}");
            if (Before(genuine, '}', $",\"padding\":{value}") is { } longer)
            {
                yield return ($"{name} beside what is genuine", longer);
            }
        }

        var members = Repeat("\"#\":0,", size - genuine.Length - 32);
        yield return ("members", $"{{{members}\"a\":0}}");
        if (Before(genuine, '}', $",{members}\"a\":0") is { } more)
        {
            yield return ("members beside what is genuine", more);
        }

        // A value of what is genuine that is as long as the body may be, of what somebody joins or divides texts by.
        foreach (
            var (name, piece) in new[]
            {
                ("letters", "a"),
                ("colons", ":"),
                ("slashes", "\\\\"),
                ("line ends", "\\n"),
                ("escaped letters", "\\u0061"),
            }
        )
        {
            for (var at = 0; (at = genuine.IndexOf(":\"", at, StringComparison.Ordinal) + 2) > 1; )
            {
                yield return ($"{name} in the value at {at}", genuine.Insert(at, Repeat(piece, size - genuine.Length)));
            }
        }
    }

    private static IEnumerable<(string, string)> Xml(string genuine, int size)
    {
        foreach (
            var (name, piece) in new[]
            {
                ("empty elements", "<a/>"),
                ("elements", "<a>b</a>"),
                ("comments", "<!---->"),
                ("instructions", "<??>"),
                ("sections", "<![CDATA[]]>"),
                ("closing brackets", ">"),
                ("letters", "a"),
            }
        )
        {
            yield return (name, $"<xml>{Repeat(piece, size - 32)}</xml>");
            yield return ($"{name} in an element", $"<xml><Encrypt>{Repeat(piece, size - 64)}</Encrypt></xml>");
            if (Before(genuine, "</", Repeat(piece, size - genuine.Length)) is { } longer && genuine.StartsWith('<'))
            {
                yield return ($"{name} beside what is genuine", longer);
            }
        }
    }

    private static IEnumerable<(string, string)> Form(string genuine, int size)
    {
        foreach (
            var (name, piece) in new[]
            {
                ("ampersands", "&"),
                ("equals signs", "="),
                ("fields", "a#=1&"),
                ("escaped ampersands", "%26"),
                ("escaped letters", "%61"),
                ("escaped fields", "%26a%3D"),
                ("pluses", "+"),
                ("per cents", "%"),
                ("letters", "a"),
            }
        )
        {
            yield return (name, $"a={Repeat(piece, size - 8)}");
            yield return ($"{name} beside what is genuine", $"{genuine}&zz={Repeat(piece, size - genuine.Length - 8)}");
            // As many fields as are read, each of the same size.
            var fields = string.Concat(Enumerable.Range(0, 100).Select(i => $"&f{i}={Repeat(piece, ((size - genuine.Length) / 100) - 8)}"));
            yield return ($"{name} in a hundred fields beside what is genuine", genuine + fields);
        }
    }

    private static IEnumerable<(string, string)> Multipart(int size)
    {
        yield return ("parts", Repeat("--b\r\nContent-Disposition: form-data; name=\"p#\"\r\n\r\n1\r\n", size - 8) + "--b--");
        yield return ("near boundaries", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + Repeat("\r\n--a", size - 64));
        yield return ("line ends", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + Repeat("\r\n", size - 64));
        yield return ("headers", "--b\r\n" + Repeat("a: b\r\n", size - 64));
    }

    private static string? Before(string text, char last, string added) => Before(text, last.ToString(), added);

    private static string? Before(string text, string last, string added) =>
        text.LastIndexOf(last, StringComparison.Ordinal) is > 1 and var at ? text.Insert(at, added) : null;
}
