using System.Text;
using Hooklatch.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Cli.Verifying;

/// <summary>A request as it arrived.</summary>
internal sealed record CapturedRequest
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as they stand in the request line.</summary>
    public required string Target { get; init; }

    /// <summary>The headers in their order; one may stand several times.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The exact body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it arrived, where that was noted.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The first value of a header.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The URL as the sender called it, as far as the request tells.</summary>
    public string GuessUrl() =>
        Target.Contains("://", StringComparison.Ordinal)
            ? Target
            : $"{Header("X-Forwarded-Proto") ?? "https"}://{Header("X-Forwarded-Host") ?? Header("Host") ?? "localhost"}{Target}";

    /// <summary>The request as an explanation takes it.</summary>
    public OutgoingRequest ToOutgoing(string url)
    {
        var request = new OutgoingRequest
        {
            Method = Method,
            Url = new Uri(url, UriKind.RelativeOrAbsolute),
            ContentType = Header("Content-Type"),
            Body = Body.ToArray(),
        };
        foreach (var (name, value) in Headers)
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.Append(name, value);
            }
        }

        return request;
    }

    /// <summary>The request as an endpoint would see it.</summary>
    public DefaultHttpContext ToHttpContext()
    {
        var http = new DefaultHttpContext();
        var query = Target.IndexOf('?', StringComparison.Ordinal);
        http.Request.Method = Method;
        http.Request.Path = "/";
        http.Request.QueryString = new QueryString(query < 0 ? "" : Target[query..]);
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = Target;
        foreach (var (name, value) in Headers)
        {
            http.Request.Headers.Append(name, value);
        }

        return http;
    }

    /// <summary>The bytes as they would stand on the wire.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. Body.Span];
    }
}
