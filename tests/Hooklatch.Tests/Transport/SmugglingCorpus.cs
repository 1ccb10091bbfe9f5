using System.Globalization;
using System.Text;

namespace Hooklatch.Tests.Transport;

/// <summary>
/// Requests whose end two parsers could see in different places. Each is followed by a second request that must never be answered.
/// One character is one byte.
/// </summary>
internal static class SmugglingCorpus
{
    private const string LastChunk = "0\r\n\r\n";

    /// <summary>The request that an attacker tries to get past the first one.</summary>
    public static string Smuggled { get; } = RawRequest.Head("GET", TransportPlugin.Canary);

    /// <summary>Rejected with 400.</summary>
    public static IReadOnlyDictionary<string, string> Malformed { get; } =
        new Dictionary<string, string>
        {
            // The length, said twice or oddly (RFC 9112 §6.3)
            ["two Content-Length headers that agree"] = Post("Content-Length: 3", "Content-Length: 3") + "abc",
            ["two Content-Length headers that differ"] = Post("Content-Length: 3", "Content-Length: 0") + "abc",
            ["a Content-Length list that agrees"] = Post("Content-Length: 3, 3") + "abc",
            ["a Content-Length list that differs"] = Post("Content-Length: 3, 0") + "abc",
            ["a negative Content-Length"] = Post("Content-Length: -3") + "abc",
            ["a hexadecimal Content-Length"] = Post("Content-Length: 0x3") + "abc",
            ["a fractional Content-Length"] = Post("Content-Length: 3.0") + "abc",
            ["an exponent in Content-Length"] = Post("Content-Length: 3e0") + "abc",
            ["an empty Content-Length"] = Post("Content-Length: "),
            ["a Content-Length with a space inside"] = Post("Content-Length: 0 3") + "abc",
            ["a quoted Content-Length"] = Post("Content-Length: \"3\"") + "abc",
            ["a Content-Length beyond 64 bits"] = Post("Content-Length: 18446744073709551619") + "abc",
            ["a Content-Length in Arabic digits"] = Post("Content-Length: " + Utf8("٣")) + "abc",
            ["a Content-Length after a vertical tab"] = Post("Content-Length: \u000b3") + "abc",

            // Transfer-Encoding that one side may overlook (RFC 9112 §6.1)
            ["an unknown transfer coding"] = Post("Transfer-Encoding: xchunked") + LastChunk,
            ["chunked, but not last"] = Post("Transfer-Encoding: chunked, identity") + LastChunk,
            ["chunked, then identity, in two headers"] = Post("Transfer-Encoding: chunked", "Transfer-Encoding: identity") + LastChunk,
            ["the identity coding"] = Post("Transfer-Encoding: identity", "Content-Length: 3") + "abc",
            ["a quoted transfer coding"] = Post("Transfer-Encoding: \"chunked\"") + LastChunk,
            ["a transfer coding with a parameter"] = Post("Transfer-Encoding: chunked;q=1") + LastChunk,
            ["a transfer coding after a vertical tab"] = Post("Transfer-Encoding: \u000bchunked") + LastChunk,
            ["a transfer coding before a NUL"] = Post("Transfer-Encoding: chunked\0") + LastChunk,
            ["an empty transfer coding"] = Post("Transfer-Encoding: ", "Content-Length: 3") + "abc",
            ["a space before the colon of Transfer-Encoding"] = Post("Transfer-Encoding : chunked", "Content-Length: 5") + LastChunk,
            ["a tab before the colon of Content-Length"] = Post("Content-Length\t: 3") + "abc",
            ["a folded Transfer-Encoding"] = Post("Transfer-Encoding:\r\n chunked", "Content-Length: 5") + LastChunk,
            ["Transfer-Encoding folded into another header"] =
                Post("X-A: b\r\n Transfer-Encoding: chunked", "Content-Length: 5") + LastChunk,
            ["a tab-folded header"] = Post("X-A: b\r\n\tc", "Content-Length: 0"),
            ["white space before the first header"] =
                "POST " + TransportPlugin.Raw + " HTTP/1.1\r\n Host: localhost\r\nContent-Length: 0\r\n\r\n",

            // Chunks (RFC 9112 §7.1; CVE-2025-55315 is the bare line feed in a chunk extension)
            ["a bare line feed after a chunk size"] = Chunked("3\nabc\r\n" + LastChunk),
            ["a bare line feed in a chunk extension"] = Chunked("3;x\nabc\r\n" + LastChunk),
            ["a bare line feed at the start of a chunk extension"] = Chunked("3;\nxx\r\nabc\r\n" + LastChunk),
            ["a bare carriage return in a chunk extension"] = Chunked("3;x\ry\r\nabc\r\n" + LastChunk),
            ["a bare line feed in the extension of the last chunk"] = Chunked("0;\nx\r\n\r\n"),
            ["a bare line feed after the chunk's data"] = Chunked("3\r\nabc\n" + LastChunk),
            ["no line end after the chunk's data"] = Chunked("3\r\nabc" + LastChunk),
            ["more data than the chunk announced"] = Chunked("3\r\nabcd\r\n" + LastChunk),
            ["a negative chunk size"] = Chunked("-3\r\nabc\r\n" + LastChunk),
            ["a chunk size with a plus sign"] = Chunked("+3\r\nabc\r\n" + LastChunk),
            ["a chunk size with 0x"] = Chunked("0x3\r\nabc\r\n" + LastChunk),
            ["a chunk size that is not hexadecimal"] = Chunked("g\r\nabc\r\n" + LastChunk),
            ["an empty chunk size"] = Chunked("\r\nabc\r\n" + LastChunk),
            ["a space after the chunk size"] = Chunked("3 \r\nabc\r\n" + LastChunk),
            ["a chunk size with many zeros"] = Chunked("00000000000000000003\r\nabc\r\n" + LastChunk),
            ["a space before the chunk size"] = Chunked(" 3\r\nabc\r\n" + LastChunk),
            ["a chunk size beyond 32 bits"] = Chunked("100000003\r\nabc\r\n" + LastChunk),
            ["a chunk size beyond 64 bits"] = Chunked("10000000000000003\r\nabc\r\n" + LastChunk),
            ["a chunk size of all ones"] = Chunked("FFFFFFFF\r\nabc\r\n" + LastChunk),
            ["a trailer without a colon"] = Chunked("3\r\nabc\r\n0\r\nX-A\r\n\r\n"),
            ["a trailer with a space before the colon"] = Chunked("3\r\nabc\r\n0\r\nX-A : b\r\n\r\n"),

            // Lines (RFC 9112 §2.2, §3 and §5)
            ["a bare carriage return in a header"] = Post("X-A: b\rContent-Length: 5", "Content-Length: 0"),
            ["a NUL in a header value"] = Post("X-A: b\0c", "Content-Length: 0"),
            ["a NUL in a header name"] = Post("X-\0A: b", "Content-Length: 0"),
            ["a header without a colon"] = Post("X-A", "Content-Length: 0"),
            ["a header without a name"] = Post(": b", "Content-Length: 0"),
            ["a space in a header name"] = Post("X A: b", "Content-Length: 0"),
            ["two Host headers"] = Post("Host: other", "Content-Length: 0"),
            ["no Host header"] = $"POST {TransportPlugin.Raw} HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
            ["a Host with a space"] = $"POST {TransportPlugin.Raw} HTTP/1.1\r\nHost: local host\r\nContent-Length: 0\r\n\r\n",
            ["a Host that contradicts the absolute target"] =
                $"POST http://other{TransportPlugin.Raw} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
            ["two spaces in the request line"] = $"POST  {TransportPlugin.Raw} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
            ["tabs in the request line"] = $"POST\t{TransportPlugin.Raw}\tHTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
            ["a space after the version"] = $"POST {TransportPlugin.Raw} HTTP/1.1 \r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
            ["a NUL in the target"] = RawRequest.Head("POST", TransportPlugin.Raw + "\0", "Content-Length: 0"),
            ["an encoded NUL in the target"] = RawRequest.Head("POST", TransportPlugin.Raw + "%00", "Content-Length: 0"),
            ["a delimiter in the method"] = RawRequest.Head("PO(ST", TransportPlugin.Raw, "Content-Length: 0"),
        };

    /// <summary>Legal, since a server may take a bare line feed for a line end (RFC 9112 §2.2); rejected, since a proxy may not.</summary>
    public static IReadOnlyDictionary<string, string> BareLineFeeds { get; } =
        new Dictionary<string, string>
        {
            ["a trailer that ends in a bare line feed"] = Chunked("3\r\nabc\r\n0\r\nX-A: b\n\r\n"),
            ["a request line that ends in a bare line feed"] =
                $"POST {TransportPlugin.Raw} HTTP/1.1\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
            ["a header that ends in a bare line feed"] = Post("X-A: b\nContent-Length: 0"),
            ["headers that end in a bare line feed"] = Post("Content-Length: 0")[..^2] + "\n",
        };

    /// <summary>Legal but suspect (RFC 9112 §6.3): the chunks count, and the connection ends with the answer.</summary>
    public static IReadOnlyDictionary<string, string> Suspect { get; } =
        new Dictionary<string, string>
        {
            ["Content-Length, then Transfer-Encoding"] = Post("Content-Length: 5", "Transfer-Encoding: chunked") + LastChunk,
            ["Transfer-Encoding, then a Content-Length that ends inside the first chunk"] =
                Post("Transfer-Encoding: chunked", "Content-Length: 4") + Chunk(Smuggled) + LastChunk,
            ["a Content-Length that reaches over the smuggled request"] =
                Post($"Content-Length: {LastChunk.Length + Smuggled.Length}", "Transfer-Encoding: chunked") + LastChunk,
            ["chunks in HTTP/1.0"] = Chunked("3\r\nabc\r\n" + LastChunk).Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal),
        };

    /// <summary>
    /// Read by Kestrel although RFC 9110 and 9112 allow no such thing. Each is a length that nobody reads differently, or a name that no
    /// length depends on; the next request on the connection is answered as the next request.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Lenient { get; } =
        new Dictionary<string, string>
        {
            ["a Content-Length with a plus sign"] = Post("Content-Length: +3") + "abc",
            ["a negative zero Content-Length"] = Post("Content-Length: -0"),
            ["chunked, twice"] = Post("Transfer-Encoding: chunked, chunked") + "3\r\nabc\r\n" + LastChunk,
            ["gzip, then chunked"] = Post("Transfer-Encoding: gzip, chunked") + "3\r\nabc\r\n" + LastChunk,
            ["a control character in a header name"] = Post("X-\u0001A: b", "Content-Length: 0"),
        };

    private static string Post(params string[] headers) => RawRequest.Head("POST", TransportPlugin.Raw, headers);

    private static string Chunked(string chunks) => Post("Transfer-Encoding: chunked") + chunks;

    private static string Chunk(string data) => data.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n" + data + "\r\n";

    private static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
