using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Binding.Json;

/// <summary>A <see cref="JsonList{T}"/> of <see cref="Nullable{T}"/>: an absent element is null.</summary>
/// <typeparam name="T">The elements' type, without its nullability.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonNullableList<T>
    where T : struct
{
    private JsonField<T> _item;
    private JsonList<T?> _list;

    /// <inheritdoc cref="JsonList{T}.Item"/>
    [UnscopedRef]
    public ref JsonField<T> Item => ref _item;

    /// <inheritdoc cref="JsonList{T}.Outcome"/>
    public readonly JsonOutcome Outcome => _list.Outcome;

    /// <inheritdoc cref="JsonList{T}.Begin"/>
    public void Begin(ref JsonCursor cursor) => _list.Begin(ref cursor);

    /// <summary>Adds the element, or null if there is none.</summary>
    public void Push()
    {
        _list.Add(_item.IsPresent ? _item.Value : null, _item.Error);
        _item = default;
    }

    /// <inheritdoc cref="JsonList{T}.ToArray"/>
    public T?[] ToArray() => _list.ToArray();

    /// <inheritdoc cref="JsonList{T}.ToList"/>
    public List<T?> ToList() => _list.ToList();

    /// <inheritdoc cref="JsonList{T}.ToImmutableArray"/>
    public ImmutableArray<T?> ToImmutableArray() => _list.ToImmutableArray();
}
