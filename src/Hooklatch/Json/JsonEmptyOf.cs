using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>An array within an element of another, empty where there is none.</summary>
/// <typeparam name="T">The collection's type.</typeparam>
/// <typeparam name="TValue">How it is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonEmptyOf<T, TValue> : IJsonValue<T>
    where TValue : struct, IJsonItems<T>
{
    static string? IJsonValue<T>.Read(ref JsonValues json, in JsonPlace place, out T? value) => TValue.Read(ref json, in place, out value);

    static string? IJsonValue<T>.ReadAbsent(out T? value)
    {
        value = TValue.Empty;
        return null;
    }
}
