using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>An array's elements as an array, also where its type is one of the interfaces that it implements.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TItem">How an element is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonArrayOf<T, TItem>
    : IJsonItems<T[]>,
        IJsonItems<IEnumerable<T>>,
        IJsonItems<IReadOnlyCollection<T>>,
        IJsonItems<IReadOnlyList<T>>
    where TItem : struct, IJsonValue<T>
{
    static T[] IJsonItems<T[]>.Empty => [];

    static IEnumerable<T> IJsonItems<IEnumerable<T>>.Empty => [];

    static IReadOnlyCollection<T> IJsonItems<IReadOnlyCollection<T>>.Empty => [];

    static IReadOnlyList<T> IJsonItems<IReadOnlyList<T>>.Empty => [];

    static string? IJsonValue<T[]>.Read(ref JsonValues json, in JsonPlace place, out T[]? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    static string? IJsonValue<IEnumerable<T>>.Read(ref JsonValues json, in JsonPlace place, out IEnumerable<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    static string? IJsonValue<IReadOnlyCollection<T>>.Read(ref JsonValues json, in JsonPlace place, out IReadOnlyCollection<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    static string? IJsonValue<IReadOnlyList<T>>.Read(ref JsonValues json, in JsonPlace place, out IReadOnlyList<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    private static string? Read(ref JsonValues json, in JsonPlace place, out T[] value)
    {
        var elements = default(JsonBuffer<T>);
        var error = json.ReadElements<T, TItem>(in place, ref elements);
        value = error is null ? [.. elements.Items] : [];
        elements.Clear();
        return error;
    }
}
