using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Hooklatch.Binding.Text;

/// <summary>A URI, absolute or relative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Address : ITextReader<Uri>
{
    /// <inheritdoc/>
    public static bool TryRead(string text, [MaybeNullWhen(false)] out Uri value) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
}
