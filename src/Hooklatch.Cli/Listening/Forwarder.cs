using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Verifying;
using Hooklatch.Signing;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Cli.Listening;

/// <summary>Sends requests on.</summary>
/// <param name="client">The client.</param>
/// <param name="time">The clock.</param>
/// <param name="target">Where to. Without a path of its own, the path of each request is kept.</param>
internal sealed class Forwarder(HttpMessageInvoker client, TimeProvider time, string target)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What belongs to one connection (RFC 9110 section 7.6.1), or is made anew for each.</summary>
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    private readonly RequestSender _sender = new(client, time);

    /// <summary>Sends a request on as it is: method, headers and the exact body.</summary>
    public Task<SendAnswer> SendAsync(CapturedRequest request, CancellationToken cancellation) =>
        SendAsync(ToOutgoing(request), cancellation);

    /// <summary>Sends a request that may have been signed anew.</summary>
    public Task<SendAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellation) =>
        _sender.SendAsync(request, request.Url.OriginalString, Patience, cancellation);

    /// <summary>The request as it is sent on.</summary>
    public OutgoingRequest ToOutgoing(CapturedRequest request)
    {
        var outgoing = new OutgoingRequest
        {
            Method = request.Method,
            Url = new Uri(UrlFor(request.Target), UriKind.Absolute),
            ContentType = request.Header("Content-Type"),
            Body = request.Body.ToArray(),
            SignedAt = time.GetUtcNow(),
        };
        foreach (var (name, value) in request.Headers.Where(header => !OfConnection.Contains(header.Key)))
        {
            outgoing.Headers.Append(name, value);
        }

        return outgoing;
    }

    private string UrlFor(string requested)
    {
        var path = target.IndexOfAny(['/', '?'], target.IndexOf("://", StringComparison.Ordinal) + 3);
        if (path < 0 || path == target.Length - 1)
        {
            return target.TrimEnd('/') + requested;
        }

        var query = requested.IndexOf('?', StringComparison.Ordinal);
        return query < 0 || target.Contains('?', StringComparison.Ordinal) ? target : target + requested[query..];
    }
}
