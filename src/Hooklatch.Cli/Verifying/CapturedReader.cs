using System.Globalization;
using System.Text;
using System.Text.Json;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Verifying;

/// <summary>Reads captured requests: HTTP/1.1 as it stands on the wire, or what <c>listen --json</c> prints.</summary>
internal static class CapturedReader
{
    private const int MaxHead = 256 * 1024;

    /// <summary>Reads every request of a capture: one of HTTP, or one per line of JSON.</summary>
    /// <exception cref="ToolException">It is neither.</exception>
    public static IReadOnlyList<CapturedRequest> Read(ReadOnlyMemory<byte> capture)
    {
        var start = capture.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && capture.Span[start] == '{' ? ReadJson(capture[start..]) : [ReadHttp(capture)];
    }

    /// <summary>When a capture was made, where its file's name says so: <c>20260131T120000.123Z-0001.http</c>.</summary>
    public static DateTimeOffset? TimeOf(string file) =>
        Path.GetFileName(file).Split('-')[0] is { Length: > 8 } name
        && DateTimeOffset.TryParseExact(
            name,
            FileTime,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;

    /// <summary>How the name of a capture's file says when it was made.</summary>
    public const string FileTime = "yyyyMMdd'T'HHmmss.fff'Z'";

    private static List<CapturedRequest> ReadJson(ReadOnlyMemory<byte> capture)
    {
        var requests = new List<CapturedRequest>();
        try
        {
            foreach (var line in Encoding.UTF8.GetString(capture.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    requests.Add(JsonSerializer.Deserialize(line, ToolJson.Default.CapturedJson)!.ToRequest());
                }
            }
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new ToolException("capture", "It is JSON, but not what 'listen --json' prints.", ExitCode.Usage);
        }

        return requests;
    }

    private static CapturedRequest ReadHttp(ReadOnlyMemory<byte> capture)
    {
        var (head, body) = Split(capture);
        var lines = Encoding.UTF8.GetString(head.Span).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (
            lines[0].Split(' ') is not [var method, var target, ..]
            || method.Length == 0
            || !(target.StartsWith('/') || target.Contains("://", StringComparison.Ordinal))
        )
        {
            throw Invalid("its first line is no request line such as 'POST /hook HTTP/1.1'");
        }

        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw Invalid($"'{LogText.Safe(line)}' is no header");
            }

            headers.Add(new(line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        var request = new CapturedRequest
        {
            Method = method,
            Target = target,
            Headers = headers,
            Body = body,
        };
        return request.Header("Transfer-Encoding") is not null && ChunkedBody.TryRead(body.Span, out var whole)
            ? request with
            {
                Body = whole,
            }
            : request;
    }

    /// <summary>Divides at the first empty line, whichever line ends the head has.</summary>
    private static (ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> capture)
    {
        var span = capture.Span[..Math.Min(capture.Length, MaxHead)];
        var crlf = span.IndexOf("\r\n\r\n"u8);
        var lf = span.IndexOf("\n\n"u8);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? (capture[..crlf], capture[(crlf + 4)..])
            : lf >= 0 ? (capture[..lf], capture[(lf + 2)..])
            : throw Invalid("it has no empty line between headers and body");
    }

    private static ToolException Invalid(string why) =>
        new("capture", $"It is no captured request: {why}. Give request line, headers, an empty line and the exact body.", ExitCode.Usage);
}
