using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Addresses;

/// <summary>
/// Who sent a request. It is the other end of the connection; where that is a declared proxy, it is whom the proxy names, and so on from the
/// last entry of <c>X-Forwarded-For</c> backwards: what stands before the first stranger is the stranger's own word.
/// </summary>
internal static class SenderAddress
{
    public const string ForwardedFor = "X-Forwarded-For";

    /// <returns>The address; <see langword="null"/> where a proxy names something that is none.</returns>
    public static IPAddress? Of(HttpContext http, AddressList proxies)
    {
        var (peer, forwardedFor) = Received(http);
        if (peer is null || !proxies.Contains(peer))
        {
            return peer;
        }

        var sender = peer;
        for (var i = forwardedFor.Count - 1; i >= 0; i--)
        {
            // Entry by entry from the end: what stands before the first stranger may be 30 KB of commas.
            var rest = forwardedFor[i].AsSpan();
            for (var comma = rest.Length; comma >= 0; )
            {
                rest = rest[..comma];
                comma = rest.LastIndexOf(',');
                if (!TryParseEntry(rest[(comma + 1)..].Trim().ToString(), out sender))
                {
                    return null;
                }

                if (!proxies.Contains(sender))
                {
                    return sender;
                }
            }
        }

        return sender;
    }

    /// <summary>
    /// The peer and the header as they were received, where the framework's middleware for forwarded headers has replaced them: which proxies it
    /// trusts is another question, and by default of its environment variable it trusts everyone. What other middleware of the host says
    /// of the connection counts.
    /// </summary>
    private static (IPAddress? Peer, StringValues ForwardedFor) Received(HttpContext http)
    {
        var headers = http.Request.Headers;
        return http.Features.Get<ReceivedPeer>() is { } received && received.IsReplacedIn(headers)
            ? (received.Address, received.ForwardedFor)
            : (http.Connection.RemoteIpAddress, headers[ForwardedFor]);
    }

    /// <summary>
    /// An address as everyone reads it. The framework also takes <c>10.1</c>, <c>1</c>, <c>0x7f.0.0.1</c> and <c>010.0.0.1</c>, which is 8.0.0.1
    /// to it and 10.0.0.1 to others.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IPAddress? address) =>
        IPAddress.TryParse(text, out address) && (address.AddressFamily is not AddressFamily.InterNetwork || address.ToString() == text);

    /// <summary>An address, perhaps with a port: <c>192.0.2.1:1234</c>, <c>[2001:db8::1]:1234</c>.</summary>
    private static bool TryParseEntry(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = colon > 0 && (text[colon - 1] == ']' || text.IndexOf(':') == colon);
        var host =
            hasPort && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? text[..colon]
                : text;
        return TryParse(host, out address);
    }
}
