using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Pipeline;

/// <summary>What a request says of its body, checked before the body is read. What is read is fixed by the endpoint, never by the sender.</summary>
internal static class MediaTypeGate
{
    public static Rejection? Check(HttpRequest request, BodyUse use)
    {
        // A decompressed body is not the one that was signed, and 200 KB can unpack to 200 MB.
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return Rejection.ContentEncoding;
        }

        var contentType = request.ContentType;
        if (contentType is null)
        {
            return use is BodyUse.Json ? Rejection.WrongMediaType : null;
        }

        // The two spellings that nearly every sender uses need no parser.
        if (contentType is "application/json" or "application/json; charset=utf-8")
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return use is BodyUse.None ? null : Rejection.WrongMediaType;
        }

        return !IsUtf8(type.Charset) ? Rejection.WrongCharset
            : use is BodyUse.Json or BodyUse.OptionalJson && !IsJson(type) ? Rejection.WrongMediaType
            : null;
    }

    private static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>application/json</c>, or a type with the structured suffix <c>+json</c> (RFC 6839 section 3.1).</summary>
    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
}
