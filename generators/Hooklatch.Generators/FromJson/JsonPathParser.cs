using System.Globalization;
using System.Text;
using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>
/// Parses the paths of <c>[FromJson]</c>:
/// <code>
/// path        = alternative *( "|" alternative )
/// alternative = ( "$" / name / index ) *( "." name / index )
/// index       = "[" ( digits / "*" ) "]"
/// name        = 1*( any character but . [ ] | \ / "\" ( one of . [ ] | \ $ or a space ) )
/// </code>
/// A name that is just <c>$</c> at the start must be escaped, and so must a space at the edge of a name.
/// </summary>
internal sealed class JsonPathParser
{
    /// <summary>No document that is accepted is deeper, so no value could ever be found.</summary>
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _position;
    private JsonProblem? _problem;

    private JsonPathParser(string text) => _text = text;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool AtEnd => _position >= _text.Length;

    /// <summary>Parses a path; returns null and the first problem if it is malformed.</summary>
    public static JsonPath? Parse(string text, out JsonProblem? problem)
    {
        var parser = new JsonPathParser(text);
        var alternatives = parser.ParseAlternatives();
        problem = parser._problem;
        return problem is null ? new JsonPath(text, alternatives.ToEquatableArray()) : null;
    }

    private List<EquatableArray<JsonPathSegment>> ParseAlternatives()
    {
        var alternatives = new List<EquatableArray<JsonPathSegment>>();
        do
        {
            alternatives.Add(ParseAlternative().ToEquatableArray());
        } while (_problem is null && Accept('|'));
        return alternatives;
    }

    private List<JsonPathSegment> ParseAlternative()
    {
        var segments = new List<JsonPathSegment>();
        if (!AcceptRoot() && Current != '[')
        {
            segments.Add(ParseName());
        }

        while (_problem is null && !AtEnd && Current != '|')
        {
            segments.Add(Accept('.') ? ParseName() : ParseIndex());
        }

        return segments.Count <= MaxDepth ? segments : Fail(_position, $"a payload is at most {MaxDepth} levels deep", segments);
    }

    private bool AcceptRoot()
    {
        var next = _position + 1 < _text.Length ? _text[_position + 1] : '|';
        return next is '.' or '[' or '|' && Accept('$');
    }

    private JsonPathSegment ParseName()
    {
        var start = _position;
        var name = new StringBuilder();
        var endsInSpace = false;
        while (_problem is null && !AtEnd && Current is not ('.' or '[' or ']' or '|'))
        {
            endsInSpace = char.IsWhiteSpace(Current);
            name.Append(Current == '\\' ? ParseEscape() : Current);
            _position++;
        }

        var segment = JsonPathSegment.OfName(name.ToString());
        return name.Length == 0 ? Fail(start, "a property name is missing", segment)
            : char.IsWhiteSpace(_text[start]) ? Fail(start, @"write '\ ' for a space at the edge of a name", segment)
            : endsInSpace ? Fail(_position - 1, @"write '\ ' for a space at the edge of a name", segment)
            : !Utf8Text.IsWellFormed(segment.Name) ? Fail(start, "a surrogate lacks its other half", segment)
            : segment;
    }

    private char ParseEscape()
    {
        _position++;
        return JsonPathSegment.CanBeEscaped(Current)
            ? Current
            : Fail(_position - 1, @"a backslash stands only before . [ ] | $ \ and a space", '\\');
    }

    private JsonPathSegment ParseIndex()
    {
        var start = _position;
        if (!Accept('['))
        {
            return Fail(start, "'.', '[' or '|' is expected here", JsonPathSegment.Every);
        }

        if (Accept('*'))
        {
            return Accept(']') ? JsonPathSegment.Every : Fail(_position, "']' is expected here", JsonPathSegment.Every);
        }

        var digits = new string([.. _text.Skip(_position).TakeWhile(c => c is >= '0' and <= '9')]);
        _position += digits.Length;
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? Fail(start + 1, "an index or '*' is expected here", JsonPathSegment.Every)
            : !Accept(']') ? Fail(_position, "']' is expected here", JsonPathSegment.Every)
            : JsonPathSegment.OfIndex(index);
    }

    private bool Accept(char expected)
    {
        if (AtEnd || Current != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private T Fail<T>(int position, string message, T result)
    {
        _problem ??= new JsonProblem(JsonProblemKind.MalformedPath, message, position);
        return result;
    }
}
