using System.Collections.Immutable;
using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>An array's elements as an immutable array.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TItem">How an element is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonImmutableArrayOf<T, TItem> : IJsonItems<ImmutableArray<T>>
    where TItem : struct, IJsonValue<T>
{
    static ImmutableArray<T> IJsonItems<ImmutableArray<T>>.Empty => [];

    static string? IJsonValue<ImmutableArray<T>>.Read(ref JsonValues json, in JsonPlace place, out ImmutableArray<T> value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    private static string? Read(ref JsonValues json, in JsonPlace place, out ImmutableArray<T> value)
    {
        var elements = default(JsonBuffer<T>);
        var error = json.ReadElements<T, TItem>(in place, ref elements);
        value = error is null ? [.. elements.Items] : [];
        elements.Clear();
        return error;
    }
}
