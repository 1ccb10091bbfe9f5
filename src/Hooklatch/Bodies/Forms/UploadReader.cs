using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// The parts of a multipart request in the order of the wire, handed on while they arrive. Only for endpoints whose
/// verification needs no body.
/// </summary>
internal sealed class UploadReader : IAsyncEnumerable<UploadedPart>
{
    private readonly ArrivingBody _body;
    private readonly string _boundary;
    private readonly FormLimits _limits;

    private UploadReader(ArrivingBody body, string boundary, FormLimits limits) => (_body, _boundary, _limits) = (body, boundary, limits);

    /// <summary>Checks the content type; reads nothing yet.</summary>
    public static bool TryCreate(
        string? contentType,
        ArrivingBody body,
        FormLimits limits,
        [NotNullWhen(true)] out UploadReader? reader,
        [NotNullWhen(false)] out FormFailure? failure
    )
    {
        reader = null;
        if (!FormMediaType.TryParse(contentType, out var type, out failure, isDecoded: false))
        {
            return false;
        }

        if (type.Boundary is null)
        {
            failure = FormFailure.Unsupported("Uploads need the content type multipart/form-data.");
            return false;
        }

        reader = new UploadReader(body, type.Boundary, limits);
        return true;
    }

    /// <exception cref="BadHttpRequestException">The body is malformed, too large or too slow.</exception>
    public async IAsyncEnumerator<UploadedPart> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var bytes = ByteWalk.Over(_body, MultipartWalk.MaxUnitLength(_limits));
        var walk = MultipartWalk.Over(bytes, _boundary, _limits);
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
            _ => throw PartStream.Reject(walk.Failure),
        };
}
