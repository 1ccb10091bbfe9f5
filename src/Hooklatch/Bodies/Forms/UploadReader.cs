using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// The parts of a multipart request in the order of the wire, handed on while they arrive. Only for endpoints whose
/// verification needs no body.
/// </summary>
internal sealed class UploadReader : IAsyncEnumerable<UploadedPart>
{
    private readonly HttpContext _http;
    private readonly string _boundary;
    private readonly BodyLimits _bodyLimits;
    private readonly FormLimits _formLimits;
    private readonly TimeProvider _time;

    private UploadReader(HttpContext http, string boundary, BodyLimits bodyLimits, FormLimits formLimits, TimeProvider time) =>
        (_http, _boundary, _bodyLimits, _formLimits, _time) = (http, boundary, bodyLimits, formLimits, time);

    /// <summary>Checks the content type; reads nothing yet.</summary>
    public static bool TryCreate(
        HttpContext http,
        BodyLimits bodyLimits,
        FormLimits formLimits,
        TimeProvider time,
        [NotNullWhen(true)] out UploadReader? reader,
        [NotNullWhen(false)] out FormFailure? failure
    )
    {
        reader = null;
        if (!FormMediaType.TryParse(http.Request.ContentType, out var type, out failure))
        {
            return false;
        }

        if (type.Boundary is null)
        {
            failure = FormFailure.Unsupported("Uploads need the content type multipart/form-data.");
            return false;
        }

        reader = new UploadReader(http, type.Boundary, bodyLimits, formLimits, time);
        return true;
    }

    /// <exception cref="BadHttpRequestException">The body is malformed, too large or too slow.</exception>
    public async IAsyncEnumerator<UploadedPart> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        ServerBodyLimit.Lift(_http);
        using var arriving = new ArrivingBody(_http, _bodyLimits, _time);
        using var bytes = new ByteWalk(arriving, MultipartWalk.LargestUnit(_formLimits));
        var walk = MultipartWalk.Over(bytes, _boundary, _formLimits);
        while (await NextPartAsync(walk, cancellationToken))
        {
            await using var content = new PartStream(walk);
            yield return new UploadedPart(walk.Part, content);
            await content.SkipAsync(cancellationToken);
        }
    }

    private static async ValueTask<bool> NextPartAsync(MultipartWalk walk, CancellationToken cancellation) =>
        await walk.NextAsync(cancellation) switch
        {
            MultipartToken.Part => true,
            MultipartToken.End => false,
            _ => throw PartStream.Refuse(walk.Failure),
        };
}
