using System.Globalization;
using System.Text;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>A request byte by byte, as no client library would send it.</summary>
internal sealed record Request
{
    public string Method { get; init; } = "POST";

    /// <summary>Path and query below the server's prefix, sent as they are.</summary>
    public required string Target { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    /// <summary>Whether the body is sent in chunks of three bytes.</summary>
    public bool IsChunked { get; init; }

    /// <summary>How much of the body is kept back, so that the sender leaves in the middle of it.</summary>
    public int Missing { get; init; }

    /// <summary>How much of the body is not sent while the sender waits for the answer.</summary>
    public int HeldBack { get; init; }

    public static Request WithBody(string target, string? contentType, byte[] body) =>
        new()
        {
            Target = target,
            Headers = contentType is null ? [] : [("Content-Type", contentType)],
            Body = body,
        };

    public static Request WithBody(string target, string? contentType, string body) =>
        WithBody(target, contentType, Encoding.UTF8.GetBytes(body));

    public Request WithHeader(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    public byte[] ToBytes(string prefix)
    {
        using var bytes = new MemoryStream();
        Write(bytes, $"{Method} {prefix}{Target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers)
        {
            Write(bytes, $"{name}: {value}\r\n");
        }

        if (Body is null)
        {
            Write(bytes, "\r\n");
        }
        else if (IsChunked)
        {
            WriteChunks(bytes);
        }
        else
        {
            Write(bytes, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n"));
            bytes.Write(Body.AsSpan(0, Body.Length - Missing - HeldBack));
        }

        return bytes.ToArray();
    }

    private void WriteChunks(Stream bytes)
    {
        Write(bytes, "Transfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in Body!.Take(Body!.Length - Missing).Chunk(3))
        {
            Write(bytes, string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n"));
            bytes.Write(chunk);
            Write(bytes, "\r\n");
        }

        Write(bytes, Missing == 0 ? "0\r\n\r\n" : "");
    }

    private static void Write(Stream bytes, string text) => bytes.Write(Encoding.UTF8.GetBytes(text));
}
