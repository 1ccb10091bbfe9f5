using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Json;

/// <summary>How a type is read from a value of a JSON document.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonValue<T>
{
    /// <summary>Reads a value that is there and is not <c>null</c>.</summary>
    /// <param name="json">The document.</param>
    /// <param name="place">Where the value stands.</param>
    /// <param name="value">The value, if there is no error.</param>
    /// <returns>What is wrong with the value, in a sentence for its sender; <see langword="null"/> where nothing is.</returns>
    static abstract string? Read(ref JsonValues json, in JsonPlace place, out T? value);

    /// <summary>What an array's element is where the document has none, or <c>null</c>.</summary>
    /// <param name="value">The value, if there is no error.</param>
    /// <returns>The error; <see langword="null"/> where the element may be missing.</returns>
    static virtual string? ReadAbsent(out T? value)
    {
        value = default;
        return JsonErrors.Missing;
    }
}
