using System.Text;

namespace Hooklatch.TestKit.Http;

/// <summary>Requests in the exact bytes that go over the wire; each character is one byte.</summary>
internal static class RawRequest
{
    /// <summary>A POST after whose answer the server hangs up, so that <see cref="RawHttp.ExchangeAsync"/> can read to the end.</summary>
    public static string Post(string target, string body = "", params string[] headers) => Of("POST", target, body, headers);

    public static string Get(string target, params string[] headers) => Of("GET", target, "", headers);

    public static string Of(string method, string target, string body = "", params string[] headers) =>
        Head(method, target, ["Connection: close", $"Content-Length: {body.Length}", .. headers]) + body;

    /// <summary>Only the head, for a test that says all else itself.</summary>
    public static string Head(string method, string target, params string[] headers) =>
        $"{method} {target} HTTP/1.1\r\nHost: localhost\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    /// <summary>Text as a client sends it, in UTF-8: one character for each byte.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
