using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// The signatures that a request offers for one scheme: one, the repeated fields of a header, or numbered headers. More than a sender has
/// reason to send are none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SignatureCandidates
{
    /// <summary>How often a signature field may repeat.</summary>
    public const int MaxFields = 16;

    /// <summary>How many numbered headers are read.</summary>
    public const int MaxHeaders = 100;

    private readonly IHeaderDictionary? _headers;
    private readonly string? _name;
    private readonly string? _field;
    private readonly char _itemSeparator;
    private readonly char _fieldSeparator;
    private ReadOnlySpan<char> _rest;
    private bool _isAtEnd;
    private int _number;

    private SignatureCandidates(ReadOnlySpan<char> text, string? field, char itemSeparator, char fieldSeparator)
    {
        _rest = text;
        _field = field;
        _itemSeparator = itemSeparator;
        _fieldSeparator = fieldSeparator;
    }

    private SignatureCandidates(IHeaderDictionary headers, string name)
    {
        _headers = headers;
        _name = name;
    }

    /// <summary>The current one.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The text is the signature.</summary>
    public static SignatureCandidates One(ReadOnlySpan<char> text) => new(text, null, default, default);

    /// <summary>Each field of the name is a signature.</summary>
    // Not once more in every scheme that calls it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SignatureCandidates Fields(ReadOnlySpan<char> text, char itemSeparator, char fieldSeparator, string field) =>
        HasTooMany(text, itemSeparator, fieldSeparator, field) ? default : new(text, field, itemSeparator, fieldSeparator);

    /// <summary>Each header of the name and a number from 1 on is a signature.</summary>
    public static SignatureCandidates Numbered(in ReceivedRequest request, string name) => new(request.Headers, name);

    /// <summary>Moves to the next one.</summary>
    public bool MoveNext() =>
        _headers is not null ? MoveToHeader()
        : _field is not null ? MoveToField()
        : MoveToText();

    /// <summary>The name of a numbered header.</summary>
    internal static string NameOf(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

    private bool MoveToText()
    {
        if (_isAtEnd || _rest.IsEmpty)
        {
            return false;
        }

        Current = _rest;
        _isAtEnd = true;
        return true;
    }

    private bool MoveToField()
    {
        while (!_isAtEnd)
        {
            var end = _rest.IndexOf(_itemSeparator);
            var item = end < 0 ? _rest : _rest[..end];
            _isAtEnd = end < 0;
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (StructuredHeader.TryGetValue(item, _fieldSeparator, _field!, out var value))
            {
                Current = value;
                return true;
            }
        }

        return false;
    }

    private bool MoveToHeader()
    {
        if (_number == MaxHeaders || _headers![NameOf(_name!, _number + 1)] is not [{ Length: > 0 } value])
        {
            return false;
        }

        _number++;
        Current = value;
        return true;
    }

    private static bool HasTooMany(ReadOnlySpan<char> text, char itemSeparator, char fieldSeparator, string field)
    {
        if (StructuredHeader.HasTooManyItems(text, itemSeparator))
        {
            return true;
        }

        var count = 0;
        foreach (var range in text.Split(itemSeparator))
        {
            count += StructuredHeader.TryGetValue(text[range], fieldSeparator, field, out _) ? 1 : 0;
        }

        return count > MaxFields;
    }
}
