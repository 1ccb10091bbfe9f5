using System.Globalization;
using System.Text;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Sending;

/// <summary>A request as it stands on the wire, in HTTP/1.1.</summary>
internal static class RequestText
{
    /// <summary>The bytes: request line, headers, an empty line and the exact body.</summary>
    public static byte[] Of(OutgoingRequest request, string url)
    {
        var uri = ExactUrl.Of(url);
        var head = new StringBuilder($"{request.Method} {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\n");
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }
        }

        if (request.ContentType is { } type)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {request.Body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. request.Body];
    }
}
