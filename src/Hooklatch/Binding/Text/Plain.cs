using System.ComponentModel;

namespace Hooklatch.Binding.Text;

/// <summary>The text is the value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Plain : ITextReader<string>
{
    /// <inheritdoc/>
    public static bool TryRead(string text, out string value)
    {
        value = text;
        return true;
    }
}
