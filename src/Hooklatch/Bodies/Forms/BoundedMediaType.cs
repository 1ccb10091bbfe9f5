using System.Diagnostics.CodeAnalysis;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// Reads media types of a length that a sender has reason to send. The framework's parser makes an object of each parameter: 30 KB of <c>;a</c>, which
/// anyone can send, take a megabyte and the time of many bodies.
/// </summary>
internal static class BoundedMediaType
{
    /// <summary>The longest that is read: a media type, a boundary of 70 characters (RFC 2046 section 5.1.1), a charset, and a profile's URL.</summary>
    public const int MaxLength = 512;

    /// <returns>Whether the text is a media type; one that is too long is none.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MediaTypeHeaderValue? type)
    {
        type = null;
        return text is { Length: <= MaxLength } && MediaTypeHeaderValue.TryParse(text, out type);
    }
}
