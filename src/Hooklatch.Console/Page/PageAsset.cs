using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Console.Page;

/// <summary>One file of the page, as it is and compressed: once, when it is first asked for.</summary>
internal sealed class PageAsset
{
    private readonly Representation _plain;
    private readonly Lazy<Representation> _gzip;
    private readonly Lazy<Representation> _brotli;

    public PageAsset(string name, byte[] content)
    {
        ContentType = TypeOf(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _plain = new Representation(content, Tag(hash), null);
        // Text alone becomes smaller; pictures and fonts are compressed as they are.
        var isText = ContentType.EndsWith("utf-8", StringComparison.Ordinal) || ContentType.EndsWith("xml", StringComparison.Ordinal);
        _gzip = new(() =>
            isText ? Compress(content, $"{hash}-gz", "gzip", stream => new GZipStream(stream, CompressionLevel.SmallestSize)) : _plain
        );
        _brotli = new(() =>
            isText ? Compress(content, $"{hash}-br", "br", stream => new BrotliStream(stream, CompressionLevel.SmallestSize)) : _plain
        );
    }

    public string ContentType { get; }

    public async Task WriteAsync(HttpContext http)
    {
        var chosen = Choose(http.Request);
        var response = http.Response;
        var headers = response.Headers;
        headers.ETag = chosen.Tag.ToString();
        headers.Vary = HeaderNames.AcceptEncoding;
        // Kept, and asked for again each time: another version of the package has other files under the same names.
        headers.CacheControl = "no-cache";
        if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(tag => Matches(tag, chosen.Tag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = chosen.Content.Length;
        if (chosen.Encoding is not null)
        {
            headers.ContentEncoding = chosen.Encoding;
        }

        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(chosen.Content, http.RequestAborted);
        }
    }

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".txt" => "text/plain; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".ico" => "image/x-icon",
            ".woff2" => "font/woff2",
            _ => throw new InvalidOperationException($"'{name}' has no content type: add its extension here."),
        };

    private static Representation Compress(byte[] content, string hash, string encoding, Func<Stream, Stream> compress)
    {
        using var target = new MemoryStream();
        using (var stream = compress(target))
        {
            stream.Write(content);
        }

        return new Representation(target.ToArray(), Tag(hash), encoding);
    }

    private static EntityTagHeaderValue Tag(string hash) => new($"\"{hash}\"");

    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue own) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(own, useStrongComparison: false);

    private Representation Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts(accepted, "br") ? _brotli.Value
            : Accepts(accepted, "gzip") ? _gzip.Value
            : _plain;
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(entry => entry.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && entry.Quality is null or > 0);

    private sealed record Representation(byte[] Content, EntityTagHeaderValue Tag, string? Encoding);
}
