using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Bodies.Forms;

/// <summary>The content type of a form.</summary>
/// <param name="Boundary">The boundary of a multipart form; null for a urlencoded one.</param>
internal readonly record struct FormMediaType(string? Boundary)
{
    // RFC 2046 §5.1.1.
    private const int MaxBoundaryLength = 70;

    public static bool TryParse(string? contentType, out FormMediaType type, [NotNullWhen(false)] out FormFailure? failure)
    {
        type = default;
        if (!BoundedMediaType.TryParse(contentType, out var parsed))
        {
            failure = FormFailure.Unsupported("The content type is missing or unreadable.");
            return false;
        }

        failure = Read(parsed, out type);
        return failure is null;
    }

    private static FormFailure? Read(MediaTypeHeaderValue parsed, out FormMediaType type)
    {
        type = default;
        if (!IsUtf8OrUnstated(parsed))
        {
            return FormFailure.Unsupported("The form's charset is not UTF-8.");
        }

        if (parsed.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return FormFailure.Unsupported("The content type is not that of a form.");
        }

        var boundary = HeaderUtilities.RemoveQuotes(parsed.Boundary).ToString();
        type = new FormMediaType(boundary);
        return IsValidBoundary(boundary) && IsUnique(parsed, "boundary")
            ? null
            : FormFailure.Malformed("The content type needs one boundary of 1 to 70 printable ASCII characters.");
    }

    /// <summary>The one charset that is decoded. An unstated charset is UTF-8, as in ASP.NET Core.</summary>
    public static bool IsUtf8OrUnstated(MediaTypeHeaderValue type) =>
        IsUnique(type, "charset")
        && (
            StringSegment.IsNullOrEmpty(type.Charset)
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        );

    // Laxer than RFC 2046 about punctuation, which senders take freely; a line end is what must never get in.
    private static bool IsValidBoundary(string boundary) =>
        boundary.Length is > 0 and <= MaxBoundaryLength && !boundary.AsSpan().ContainsAnyExceptInRange(' ', '~') && boundary[^1] != ' ';

    // Two parsers may choose differently between two of them, so neither is believed.
    private static bool IsUnique(MediaTypeHeaderValue type, string parameter)
    {
        var count = 0;
        foreach (var candidate in type.Parameters)
        {
            count += candidate.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count <= 1;
    }
}
