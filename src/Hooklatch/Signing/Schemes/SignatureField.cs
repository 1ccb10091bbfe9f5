using System.ComponentModel;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Signing.Schemes;

/// <summary>A field of a header, such as <c>v1</c> of <c>t=1700000000,v1=5257a8…</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="ItemSeparator">What stands between two fields.</param>
/// <param name="Separator">What stands between the name and the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SignatureField(string Name, char ItemSeparator, char Separator)
{
    /// <summary>A header with one more field.</summary>
    internal string Append(StringValues header, string value) =>
        StringValues.IsNullOrEmpty(header) ? $"{Name}{Separator}{value}" : $"{header}{ItemSeparator}{Name}{Separator}{value}";
}
