using System.Text;
using System.Text.Json;
using Hooklatch.Http;

namespace Hooklatch.Json;

/// <summary>
/// A place in a JSON document, which moves forward from token to token and passes over whole values. It accepts what <see cref="Utf8JsonReader"/>
/// accepts, and a single value is read by that; what it does not do is to look at each token of all that nobody asked for.
/// </summary>
/// <remarks>
/// Nothing is thrown for malformed text: from there on the cursor stands nowhere (<see cref="JsonTokenType.None"/>), every walk ends, and the
/// document is rejected in the end.
/// </remarks>
internal ref struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _json;

    /// <summary>The names of the open objects, where the rule of <see cref="JsonRule"/> counts.</summary>
    private readonly JsonNames? _names;

    /// <summary>Where to go on: behind the token, and for a name behind its colon.</summary>
    private int _next;
    private int _start;
    private int _end;
    private int _depth;

    /// <summary>A bit for each open object or array, the innermost lowest: set for an object.</summary>
    private ulong _objects;
    private bool _isEscaped;
    private bool _hasFailed;

    /// <param name="json">The document.</param>
    /// <param name="names">What the names of objects are noted in; <see langword="null"/> where the rule of <see cref="JsonRule"/> does not count.</param>
    public JsonCursor(ReadOnlySpan<byte> json, JsonNames? names = null)
    {
        _json = json;
        _names = names;
    }

    /// <summary>A cursor on a value of a document that has been found well-formed.</summary>
    public static JsonCursor At(ReadOnlySpan<byte> json, int start)
    {
        var cursor = new JsonCursor(json) { _next = start };
        cursor.Read();
        return cursor;
    }

    /// <summary>The token; none before the first, and once the text has turned out to be malformed.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>Whether there is a value other than <c>null</c>.</summary>
    public readonly bool HasValue => TokenType is not (JsonTokenType.Null or JsonTokenType.None);

    /// <summary>Whether the text is malformed.</summary>
    public readonly bool HasFailed => _hasFailed;

    /// <summary>Where the token begins.</summary>
    public readonly int Start => _start;

    /// <summary>Where the token ends; of an object or array that was passed over, where that ends.</summary>
    public readonly int End => _end;

    /// <summary>Whether one document was read to its end, and nothing but blanks follows.</summary>
    public readonly bool IsComplete => !_hasFailed && _depth == 0 && _end > 0 && JsonSyntax.Blank(_json, _next) == _json.Length;

    /// <summary>Whether the string or name is written with escapes.</summary>
    public readonly bool IsEscaped => _isEscaped;

    /// <summary>The property's name as it is written.</summary>
    public readonly ReadOnlySpan<byte> RawName => _json[(_start + 1)..(_end - 1)];

    private readonly bool IsInObject => (_objects & 1) != 0;

    /// <summary>Passes over the value: that of the property, or the object or array that begins here. A single token is where it ends.</summary>
    public void Skip()
    {
        switch (TokenType)
        {
            case JsonTokenType.PropertyName:
                // Whatever it was, it has ended.
                Stand(JsonTokenType.Null, _next, JsonSyntax.Value(_json, _next, _depth, _names));
                break;
            case JsonTokenType.StartObject:
                Close(JsonTokenType.EndObject, JsonSyntax.Object(_json, _next, _depth - 1, _names));
                break;
            case JsonTokenType.StartArray:
                Close(JsonTokenType.EndArray, JsonSyntax.Array(_json, _next, _depth - 1, _names));
                break;
        }
    }

    /// <summary>Unescapes the property's name.</summary>
    /// <param name="name">Receives the name, which is not longer than it is written.</param>
    /// <returns>The name's length.</returns>
    /// <exception cref="InvalidOperationException">It has an escaped surrogate without its other half.</exception>
    public readonly int UnescapeName(Span<byte> name) => Token().CopyString(name);

    /// <summary>Notes the property's name. One that is asked for and repeated is not noted: it is told by its path.</summary>
    public readonly void NoteName() => _names?.Add(_json, _start + 1, _end - 1, !_isEscaped);

    /// <summary>Fails if the token is a string that nobody could unescape: it has an escaped surrogate without its other half.</summary>
    public void CheckSurrogates()
    {
        if (_isEscaped && TokenType is JsonTokenType.String && JsonSurrogates.HasLone(_json[(_start + 1)..(_end - 1)]))
        {
            Fail();
        }
    }

    /// <summary>Moves to the next token.</summary>
    public void Read()
    {
        if (_hasFailed)
        {
            return;
        }

        var at = JsonSyntax.Blank(_json, _next);
        switch (TokenType)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                ReadValue(at);
                break;
            case JsonTokenType.StartObject when JsonSyntax.ByteAt(_json, at) != (byte)'}':
                ReadName(at);
                break;
            case JsonTokenType.StartArray when JsonSyntax.ByteAt(_json, at) != (byte)']':
                ReadValue(at);
                break;
            default:
                ReadNext(at);
                break;
        }
    }

    /// <summary>
    /// Moves from the beginning of an object, or from the end of a member's value, to the next name that is as long as one that is asked for, or
    /// to the end of the object. Most members of most payloads are not asked for: they cost what it takes to find where they end.
    /// </summary>
    /// <param name="lengths">The lengths of the names, as in <see cref="JsonMembers"/>.</param>
    public void ReadName(ulong lengths)
    {
        if (_hasFailed)
        {
            return;
        }

        var at = JsonSyntax.Blank(_json, _next);
        var next = JsonSyntax.ByteAt(_json, at);
        if (TokenType is not JsonTokenType.StartObject && next == (byte)',')
        {
            at = JsonSyntax.Blank(_json, at + 1);
        }
        else if (TokenType is not JsonTokenType.StartObject || next == (byte)'}')
        {
            ReadNext(at);
            return;
        }

        at = JsonSyntax.Members(_json, at, _depth - 1, lengths, out var isName, _names);
        if (isName)
        {
            ReadName(at);
        }
        else
        {
            _start = at - 1;
            Close(JsonTokenType.EndObject, at);
        }
    }

    /// <summary>The token alone, for the one who knows how to read it.</summary>
    private readonly Utf8JsonReader Token()
    {
        var reader = new Utf8JsonReader(_json[_start.._end], isFinalBlock: true, default);
        reader.Read();
        return reader;
    }

    /// <summary>What follows a value, or nothing at all, in an object or array.</summary>
    private void ReadNext(int at)
    {
        var next = JsonSyntax.ByteAt(_json, at);
        if (_depth == 0)
        {
            Fail();
        }
        else if (next == (byte)',')
        {
            at = JsonSyntax.Blank(_json, at + 1);
            if (IsInObject)
            {
                ReadName(at);
            }
            else
            {
                ReadValue(at);
            }
        }
        else if (next == (IsInObject ? (byte)'}' : (byte)']'))
        {
            _start = at;
            Close(IsInObject ? JsonTokenType.EndObject : JsonTokenType.EndArray, at + 1);
        }
        else
        {
            Fail();
        }
    }

    private void ReadName(int at)
    {
        if (JsonSyntax.ByteAt(_json, at) != (byte)'"')
        {
            Fail();
            return;
        }

        Stand(JsonTokenType.PropertyName, at, ReadString(at));
        if (!_hasFailed)
        {
            var value = JsonSyntax.Colon(_json, _end);
            if (value < 0)
            {
                Fail();
                return;
            }

            _next = value;
        }
    }

    private void ReadValue(int at)
    {
        switch (JsonSyntax.ByteAt(_json, at))
        {
            case (byte)'"':
                Stand(JsonTokenType.String, at, ReadString(at));
                break;
            case (byte)'{':
                Open(JsonTokenType.StartObject, at);
                break;
            case (byte)'[':
                Open(JsonTokenType.StartArray, at);
                break;
            case (byte)'t':
                Stand(JsonTokenType.True, at, JsonSyntax.Literal(_json, at, "true"u8));
                break;
            case (byte)'f':
                Stand(JsonTokenType.False, at, JsonSyntax.Literal(_json, at, "false"u8));
                break;
            case (byte)'n':
                Stand(JsonTokenType.Null, at, JsonSyntax.Literal(_json, at, "null"u8));
                break;
            default:
                Stand(JsonTokenType.Number, at, JsonSyntax.Number(_json, at));
                break;
        }
    }

    private int ReadString(int at)
    {
        var plain = JsonSyntax.PlainText(_json, at + 1);
        _isEscaped = JsonSyntax.ByteAt(_json, plain) == (byte)'\\';
        return JsonSyntax.String(_json, plain, _names is not null);
    }

    private void Open(JsonTokenType type, int at)
    {
        if (_depth >= WebhookJson.MaxDepth)
        {
            Fail();
            return;
        }

        if (type is JsonTokenType.StartObject)
        {
            _names?.Open();
        }

        _depth++;
        _objects = (_objects << 1) | (type is JsonTokenType.StartObject ? 1u : 0u);
        Stand(type, at, at + 1);
    }

    private void Close(JsonTokenType type, int end)
    {
        if (end >= 0 && type is JsonTokenType.EndObject && _names?.Close(_json) is true)
        {
            end = JsonSyntax.Malformed;
        }

        _depth--;
        _objects >>= 1;
        Stand(type, _start, end);
    }

    private void Stand(JsonTokenType type, int start, int end)
    {
        if (end < 0)
        {
            Fail();
            return;
        }

        (TokenType, _start, _end, _next) = (type, start, end, end);
    }

    private void Fail() => (TokenType, _hasFailed) = (JsonTokenType.None, true);
}
