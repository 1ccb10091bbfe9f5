using System.ComponentModel;

namespace Hooklatch.Binding.Text;

/// <summary>A member of an enumeration, by name in any case or by number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Member<T> : ITextReader<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public static bool TryRead(string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value);
}
