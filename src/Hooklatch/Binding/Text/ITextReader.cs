using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Binding.Text;

/// <summary>Reads a value from text, always in the invariant culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextReader<T>
{
    /// <summary>Reads the value.</summary>
    /// <returns>Whether the text is one.</returns>
    static abstract bool TryRead(string text, [MaybeNullWhen(false)] out T value);
}
