using System.ComponentModel;

namespace Hooklatch.Binding.Text;

/// <summary>A value of a list that may be empty text, which is <see langword="null"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OrNull<T, TReader> : ITextReader<T?>
    where T : struct
    where TReader : ITextReader<T>
{
    /// <inheritdoc/>
    public static bool TryRead(string text, out T? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        var isValue = TReader.TryRead(text, out var read);
        value = read;
        return isValue;
    }
}
