using System.Globalization;
using System.Text;

namespace Hooklatch.Build;

/// <summary>
/// Reads JSON that the generator wrote. Objects become lists of members, in their order; arrays lists; texts strings; everything else is the text that
/// stands there. An MSBuild that loads the task may bring no library for JSON.
/// </summary>
internal sealed class JsonReader
{
    private readonly string _json;
    private int _at;

    private JsonReader(string json) => _json = json;

    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static object Read(string json)
    {
        var reader = new JsonReader(json);
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._at == json.Length ? value : throw reader.Wrong();
    }

    private object ReadValue()
    {
        SkipSpace();
        return Peek() switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => ReadString(),
            _ => new JsonToken(ReadToken()),
        };
    }

    private List<KeyValuePair<string, object>> ReadObject()
    {
        var members = new List<KeyValuePair<string, object>>();
        ReadItems(
            '}',
            () =>
            {
                SkipSpace();
                var name = ReadString();
                SkipSpace();
                Take(':');
                members.Add(new(name, ReadValue()));
            }
        );
        return members;
    }

    private List<object> ReadArray()
    {
        var items = new List<object>();
        ReadItems(']', () => items.Add(ReadValue()));
        return items;
    }

    private void ReadItems(char end, Action read)
    {
        _at++;
        SkipSpace();
        if (Peek() == end)
        {
            _at++;
            return;
        }

        while (true)
        {
            read();
            SkipSpace();
            if (Peek() == end)
            {
                _at++;
                return;
            }

            Take(',');
        }
    }

    private string ReadString()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek() is var c && c != '"')
        {
            _at++;
            text.Append(c == '\\' ? ReadEscape() : c);
        }

        _at++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        var escape = Peek();
        _at++;
        if (escape != 'u')
        {
            return escape switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                _ => escape,
            };
        }

        var hex = _at + 4 <= _json.Length ? _json.Substring(_at, 4) : throw Wrong();
        _at += 4;
        return ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw Wrong();
    }

    private string ReadToken()
    {
        var start = _at;
        while (_at < _json.Length && ",]} \t\r\n".IndexOf(_json[_at]) < 0)
        {
            _at++;
        }

        return _at > start ? _json.Substring(start, _at - start) : throw Wrong();
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && char.IsWhiteSpace(_json[_at]))
        {
            _at++;
        }
    }

    private void Take(char expected)
    {
        if (Peek() != expected)
        {
            throw Wrong();
        }

        _at++;
    }

    private char Peek() => _at < _json.Length ? _json[_at] : throw Wrong();

    private FormatException Wrong() => new($"What the plugin says of its settings is not JSON at {_at}.");
}
