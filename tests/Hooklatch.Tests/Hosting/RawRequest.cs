using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Hooklatch.Tests.Hosting;

/// <summary>A request without a body, written to the socket as it is: clients normalise targets and join repeated headers.</summary>
internal static class RawRequest
{
    public static async Task<RawAnswer> SendAsync(Uri host, string method, string target, params (string Name, string Value)[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port);
        await using var stream = client.GetStream();
        var lines = headers.Select(header => $"{header.Name}: {header.Value}\r\n");
        var request =
            $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n{string.Concat(lines)}\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawAnswer(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture), answer[(end + 4)..]);
    }
}

/// <param name="Body">The body as sent, in chunks if it was sent so.</param>
internal sealed record RawAnswer(int Status, string Body);
