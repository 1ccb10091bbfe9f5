using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Bodies.Forms;

/// <summary>The content type of a form.</summary>
/// <param name="Boundary">The boundary of a multipart form; null for a urlencoded one.</param>
/// <param name="IsAscii">Whether its text is said to be US-ASCII.</param>
internal readonly record struct FormMediaType(string? Boundary, bool IsAscii = false)
{
    // RFC 2046 §5.1.1.
    private const int MaxBoundaryLength = 70;

    /// <summary>Reads the content type of a form.</summary>
    /// <param name="contentType">The header's value.</param>
    /// <param name="type">The content type.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="isDecoded">Whether text is made of the form; of bytes that are handed on, the charset does not count.</param>
    public static bool TryParse(
        string? contentType,
        out FormMediaType type,
        [NotNullWhen(false)] out FormFailure? failure,
        bool isDecoded = true
    )
    {
        type = default;
        if (!BoundedMediaType.TryParse(contentType, out var parsed))
        {
            failure = FormFailure.Unsupported("The content type is missing or unreadable.");
            return false;
        }

        failure =
            isDecoded && !Charsets.IsReadable(parsed)
                ? FormFailure.Unsupported("The form's charset is not UTF-8.")
                : Read(parsed, out type);
        return failure is null;
    }

    /// <summary>Whether a body is sent as a form, well described or not.</summary>
    public static bool IsForm(string? contentType) =>
        // What nearly every sender says of something else needs no parser.
        contentType is not (null or "application/json" or "application/json; charset=utf-8")
        && BoundedMediaType.TryParse(contentType, out var parsed)
        && (
            parsed.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        );

    private static FormFailure? Read(MediaTypeHeaderValue parsed, out FormMediaType type)
    {
        type = new FormMediaType(Boundary: null, Charsets.IsAscii(parsed));
        if (parsed.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return FormFailure.Unsupported("The content type is not that of a form.");
        }

        var boundary = HeaderUtilities.RemoveQuotes(parsed.Boundary).ToString();
        type = type with { Boundary = boundary };
        return IsValidBoundary(boundary) && Charsets.IsUnique(parsed, "boundary")
            ? null
            : FormFailure.Malformed("The content type needs one boundary of 1 to 70 printable ASCII characters.");
    }

    // Laxer than RFC 2046 about punctuation, which senders take freely; a line end is what must never get in.
    private static bool IsValidBoundary(string boundary) =>
        boundary.Length is > 0 and <= MaxBoundaryLength && !boundary.AsSpan().ContainsAnyExceptInRange(' ', '~') && boundary[^1] != ' ';
}
