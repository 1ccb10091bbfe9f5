using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Addresses;

/// <summary>
/// Who sent a request. It is the other end of the connection; where that is a declared proxy, it is whom the proxy names, and so on from the
/// last entry of <c>X-Forwarded-For</c> backwards: what stands before the first stranger is the stranger's own word.
/// </summary>
internal static class SenderAddress
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <returns>The address; <see langword="null"/> where a proxy names something that is none.</returns>
    public static IPAddress? Of(HttpContext http, AddressList proxies)
    {
        var peer = http.Connection.RemoteIpAddress;
        if (peer is null || !proxies.Contains(peer))
        {
            return peer;
        }

        var sender = peer;
        var chain = http.Request.Headers[ForwardedFor].SelectMany(line => (line ?? "").Split(',')).Reverse();
        foreach (var entry in chain)
        {
            if (!TryParse(entry.Trim(), out sender))
            {
                return null;
            }

            if (!proxies.Contains(sender!))
            {
                return sender;
            }
        }

        return sender;
    }

    /// <summary>An address, perhaps with a port: <c>192.0.2.1:1234</c>, <c>[2001:db8::1]:1234</c>.</summary>
    private static bool TryParse(string text, out IPAddress? address)
    {
        if (IPEndPoint.TryParse(text, out var endpoint))
        {
            address = endpoint.Address;
            return true;
        }

        return IPAddress.TryParse(text, out address);
    }
}
