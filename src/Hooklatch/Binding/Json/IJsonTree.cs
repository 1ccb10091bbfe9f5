using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooklatch.Binding.Json;

/// <summary>How one type holds a whole subtree of the payload.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonTree<T>
{
    /// <summary>Reads the subtree, which is well-formed and not <c>null</c>.</summary>
    /// <param name="json">The subtree's bytes, a window on the body.</param>
    /// <param name="first">The subtree's first token.</param>
    /// <param name="value">The value, if there is no error.</param>
    /// <returns>What is wrong with it, or null.</returns>
    static abstract string? Read(ReadOnlyMemory<byte> json, JsonTokenType first, [MaybeNull] out T value);
}
