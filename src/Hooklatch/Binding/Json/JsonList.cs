using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hooklatch.Binding.Json;

/// <summary>Gathers the elements of one array. The pass fills <see cref="Item"/> and pushes it, element by element.</summary>
/// <typeparam name="T">The elements' type, without the nullability of a reference.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonList<T>
{
    private JsonField<T> _item;
    private JsonBuffer<T> _buffer;
    private JsonOutcome _outcome;

    /// <summary>The element that is being read.</summary>
    [UnscopedRef]
    public ref JsonField<T> Item => ref _item;

    /// <summary>Whether the array was there and right so far.</summary>
    public readonly JsonOutcome Outcome => _outcome;

    /// <summary>Starts a list at the current token: an array, an absent one (<c>null</c>), or an error.</summary>
    /// <param name="cursor">On the value's first token; it stays there.</param>
    public void Begin(ref JsonCursor cursor) =>
        _outcome = cursor.TokenType switch
        {
            JsonTokenType.StartArray => new JsonOutcome(IsPresent: true, Error: null),
            JsonTokenType.Null => default,
            _ => new JsonOutcome(IsPresent: true, JsonProjection.ExpectedArray),
        };

    /// <summary>Adds the element; it is an error if there is none.</summary>
    public void Push() => Push(in _item, JsonProjection.Missing, default!);

    /// <summary>Adds the element, or a fallback if there is none.</summary>
    /// <param name="fallback">What stands for an absent element.</param>
    public void Push(T? fallback) => Push(in _item, missing: null, fallback!);

    /// <summary>The elements as an array; none if anything was wrong. Ends the list.</summary>
    /// <returns>The array.</returns>
    public T[] ToArray()
    {
        T[] array = _outcome.Error is null ? [.. _buffer.Items] : [];
        _buffer.Clear();
        return array;
    }

    /// <summary>The elements as a list; none if anything was wrong. Ends the list.</summary>
    /// <returns>The list.</returns>
    public List<T> ToList()
    {
        List<T> list = _outcome.Error is null ? [.. _buffer.Items] : [];
        _buffer.Clear();
        return list;
    }

    /// <summary>The elements as an immutable array; none if anything was wrong. Ends the list.</summary>
    /// <returns>The array.</returns>
    public ImmutableArray<T> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(ToArray());

    internal void Add(T element, string? error)
    {
        if (_outcome.Error is null)
        {
            _outcome = _outcome with { Error = error };
            _buffer.Add(element);
        }
    }

    private void Push(in JsonField<T> item, string? missing, T fallback)
    {
        Add(item.IsPresent ? item.Value! : fallback, item.IsPresent ? item.Error : missing);
        _item = default;
    }
}
