using System.Text;
using System.Text.Unicode;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// The values that stand directly below the root of a small XML document. No entity is resolved and no document type is read: what these
/// providers send has neither.
/// </summary>
internal sealed class FlatXml
{
    private const int MaxDepth = 32;
    private const int ValueDepth = 2;

    /// <summary>The most pieces of what is not verified yet. An envelope has three elements, each a start, a text and an end.</summary>
    private const int MaxUnverifiedPieces = 128;

    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly StringBuilder _text = new();
    private string _name = "";
    private int _depth;

    private FlatXml() { }

    /// <summary>Reads what is not verified yet, and may consist of a few pieces only: anyone can send one of many.</summary>
    /// <returns>The document; <see langword="null"/> where it is none, or more than this reads.</returns>
    public static FlatXml? Read(ReadOnlySpan<byte> document) => Read(document, MaxUnverifiedPieces);

    /// <summary>Reads what is verified.</summary>
    /// <returns>The document; <see langword="null"/> where it is none, or more than this reads.</returns>
    public static FlatXml? ReadVerified(ReadOnlySpan<byte> document) => Read(document, int.MaxValue);

    private static FlatXml? Read(ReadOnlySpan<byte> document, int maxPieces)
    {
        if (document.Length > UntrustedJson.MaxUnverifiedBytes || !Utf8.IsValid(document))
        {
            return null;
        }

        var xml = new FlatXml();
        var rest = Encoding.UTF8.GetString(document).AsSpan();
        for (var pieces = 0; !rest.IsEmpty; pieces++)
        {
            if (pieces == maxPieces || !xml.TryTake(ref rest))
            {
                return null;
            }
        }

        return xml._depth == 0 ? xml : null;
    }

    /// <summary>The text of the one element of a name; <see langword="null"/> where there is none, or several.</summary>
    public string? Single(string name)
    {
        var values = _values.Where(value => SecurityHeader.Is(value.Key, name)).ToArray();
        return values is [{ Value: var text }] ? text : null;
    }

    private bool TryTake(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] != '<')
        {
            var markup = rest.IndexOf('<');
            Append(markup < 0 ? rest : rest[..markup]);
            rest = markup < 0 ? default : rest[markup..];
            return true;
        }

        if (TryTakeTo(ref rest, "<![CDATA[", "]]>", out var literal))
        {
            Append(literal);
            return true;
        }

        return TryTakeTo(ref rest, "<?", "?>", out _)
            || TryTakeTo(ref rest, "<!--", "-->", out _)
            || (TryTakeTo(ref rest, "</", ">", out _) && TryClose())
            || (TryTakeTo(ref rest, "<", ">", out var tag) && TryOpen(tag));
    }

    private static bool TryTakeTo(ref ReadOnlySpan<char> rest, string start, string end, out ReadOnlySpan<char> content)
    {
        content = default;
        if (!rest.StartsWith(start))
        {
            return false;
        }

        var length = rest[start.Length..].IndexOf(end);
        if (length < 0)
        {
            return false;
        }

        content = rest.Slice(start.Length, length);
        rest = rest[(start.Length + length + end.Length)..];
        return true;
    }

    private bool TryOpen(ReadOnlySpan<char> tag)
    {
        var isEmpty = tag.EndsWith("/");
        var name = isEmpty ? tag[..^1] : tag;
        var end = name.IndexOfAny(" \t\r\n");
        name = end < 0 ? name : name[..end];
        // A name that begins with these is an end, an instruction or a declaration that was not read as one above.
        if (name is [] or ['/' or '?' or '!', ..] || _depth < 0 || _depth == MaxDepth)
        {
            return false;
        }

        if (++_depth == ValueDepth)
        {
            _name = name.ToString();
            _text.Clear();
        }

        return !isEmpty || TryClose();
    }

    private bool TryClose()
    {
        if (_depth == ValueDepth)
        {
            _values.Add(new(_name, _text.ToString().Trim()));
        }

        return --_depth >= 0;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_depth == ValueDepth)
        {
            _text.Append(text);
        }
    }
}
