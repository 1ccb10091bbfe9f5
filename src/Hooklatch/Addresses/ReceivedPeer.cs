using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Addresses;

/// <summary>
/// Who is at the other end of the connection, and whom the headers name, noted before any middleware has seen the request. The framework's
/// middleware for forwarded headers replaces the address by one of the header's and takes it off the header, whoever sent it.
/// </summary>
/// <param name="Address">The other end of the connection; <see langword="null"/> for one without an address, as a Unix socket.</param>
/// <param name="ForwardedFor">The header <c>X-Forwarded-For</c> as it was received.</param>
/// <param name="Headers">The headers that the middleware reads and writes: as the host has configured them, or by default.</param>
/// <param name="Read">The header that the middleware reads, as it was received.</param>
/// <param name="Original">The header in which the middleware leaves the address that it replaced, as it was received.</param>
internal sealed record ReceivedPeer(
    IPAddress? Address,
    StringValues ForwardedFor,
    ForwardedHeadersOptions Headers,
    StringValues Read,
    StringValues Original
)
{
    /// <summary>Notes the peer of a request.</summary>
    public static ReceivedPeer Of(HttpContext http, ForwardedHeadersOptions options)
    {
        var headers = http.Request.Headers;
        return new(
            http.Connection.RemoteIpAddress,
            headers[SenderAddress.ForwardedFor],
            options,
            headers[options.ForwardedForHeaderName],
            headers[options.OriginalForHeaderName]
        );
    }

    /// <summary>Whether the middleware has replaced the address since then: it takes what it uses off the header.</summary>
    public bool IsReplacedIn(IHeaderDictionary headers) =>
        headers[SenderAddress.ForwardedFor] != ForwardedFor
        || headers[Headers.ForwardedForHeaderName] != Read
        || headers[Headers.OriginalForHeaderName] != Original;
}
