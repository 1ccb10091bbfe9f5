using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.OpenApi;

/// <summary>Answers requests for a document.</summary>
internal sealed class DocumentPage(SharedDocument document, string contentType, bool isOpen)
{
    /// <summary>
    /// How much is written before the client must have taken some of it. Handed over as a whole, the document would be copied into the server's
    /// buffers for each request, whatever their limit.
    /// </summary>
    private const int PieceLength = 16 * 1024;

    public async Task ServeAsync(HttpContext http)
    {
        if (!isOpen && !IsDecided(http.GetEndpoint()))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var served = await document.GetAsync().WaitAsync(http.RequestAborted);
        http.Response.Headers.ETag = served.ETag;
        // Kept by clients, but asked for again: a change must show at once.
        http.Response.Headers.CacheControl = "no-cache";
        if (IsKnown(http.Request.Headers.IfNoneMatch, served.ETag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = contentType;
        http.Response.ContentLength = served.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await WriteAsync(http, served.Bytes);
        }
    }

    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            var piece = rest[..Math.Min(PieceLength, rest.Length)];
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            rest = rest[piece.Length..];
        }
    }

    /// <summary>Whether the host says who may read the document.</summary>
    private static bool IsDecided(Endpoint? endpoint) =>
        endpoint?.Metadata is { } metadata
        && (
            metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAllowAnonymous>() is not null
        );

    /// <summary>Tags are compared as weak ones (RFC 9110 section 13.1.2). This one is found in a list of any length without reading the others.</summary>
    private static bool IsKnown(StringValues wanted, string tag)
    {
        foreach (var value in wanted)
        {
            if (value is not null && (value.Contains(tag, StringComparison.Ordinal) || value.AsSpan().Trim() is "*"))
            {
                return true;
            }
        }

        return false;
    }
}
