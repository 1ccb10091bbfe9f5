using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>An array's elements as a list, also where its type is one of the interfaces that it implements.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TItem">How an element is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonListOf<T, TItem> : IJsonItems<List<T>>, IJsonItems<ICollection<T>>, IJsonItems<IList<T>>
    where TItem : struct, IJsonValue<T>
{
    static List<T> IJsonItems<List<T>>.Empty => [];

    static ICollection<T> IJsonItems<ICollection<T>>.Empty => [];

    static IList<T> IJsonItems<IList<T>>.Empty => [];

    static string? IJsonValue<List<T>>.Read(ref JsonValues json, in JsonPlace place, out List<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    static string? IJsonValue<ICollection<T>>.Read(ref JsonValues json, in JsonPlace place, out ICollection<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    static string? IJsonValue<IList<T>>.Read(ref JsonValues json, in JsonPlace place, out IList<T>? value)
    {
        var error = Read(ref json, in place, out var elements);
        value = elements;
        return error;
    }

    private static string? Read(ref JsonValues json, in JsonPlace place, out List<T> value)
    {
        var elements = default(JsonBuffer<T>);
        var error = json.ReadElements<T, TItem>(in place, ref elements);
        value = error is null ? [.. elements.Items] : [];
        elements.Clear();
        return error;
    }
}
