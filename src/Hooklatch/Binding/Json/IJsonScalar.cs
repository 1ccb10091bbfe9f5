using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooklatch.Binding.Json;

/// <summary>How one type is read from a single JSON token.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonScalar<T>
{
    /// <summary>What to tell the sender of another value: one sentence that names the expected type.</summary>
    static abstract string Expected { get; }

    /// <summary>Reads the token, which is not <c>null</c>. A token of the wrong type is an answer, not an exception.</summary>
    /// <param name="reader">A reader on the token; it stays there.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the token is of this type and in its range.</returns>
    static abstract bool TryRead(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value);
}
