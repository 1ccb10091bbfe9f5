using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>How a type is read from a single JSON token.</summary>
/// <typeparam name="TSelf">What reads it.</typeparam>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar<TSelf, T> : IJsonValue<T>
    where TSelf : struct, IJsonScalar<TSelf, T>
{
    /// <summary>What the sender of another value is told: one sentence that names the expected type.</summary>
    static abstract string Expected { get; }

    /// <summary>Reads the token, which is not <c>null</c>. A token of the wrong type is an answer, not an exception.</summary>
    /// <param name="reader">A reader on the token; it stays there.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the token is of this type and in its range.</returns>
    static abstract bool TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value);

    static string? IJsonValue<T>.Read(ref JsonValues json, in JsonPlace place, out T? value)
    {
        var token = json.Token(in place);
        return TSelf.TryRead(ref token, out value) ? null : TSelf.Expected;
    }
}
