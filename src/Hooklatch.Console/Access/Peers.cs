using System.Net;
using Hooklatch.Addresses;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Who is connected, past the host's own proxies.</summary>
internal sealed class Peers(HooklatchOptions options)
{
    private readonly AddressList _proxies = new(options.TrustedProxies);

    public IPAddress? Of(HttpContext http) => SenderAddress.Of(http, _proxies);

    /// <summary>
    /// Whether the request comes from this machine itself. One that a proxy has passed on may be anybody's, also where nobody has declared that proxy.
    /// </summary>
    public bool IsLocal(HttpContext http) =>
        Of(http) is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey(SenderAddress.ForwardedFor)
        && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("X-Real-IP")
        && !http.Request.Headers.ContainsKey("X-Original-For");
}
