using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>An element of a reference type, <see langword="null"/> where there is none.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TValue">How it is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonOptionalOf<T, TValue> : IJsonValue<T?>
    where T : class
    where TValue : struct, IJsonValue<T>
{
    static string? IJsonValue<T?>.Read(ref JsonValues json, in JsonPlace place, out T? value) => TValue.Read(ref json, in place, out value);

    static string? IJsonValue<T?>.ReadAbsent(out T? value)
    {
        value = null;
        return null;
    }
}
