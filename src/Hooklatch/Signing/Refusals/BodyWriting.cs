using System.Text;

namespace Hooklatch.Signing.Refusals;

/// <summary>Another writing of a body, of which the sender may have signed one and sent the other.</summary>
/// <param name="Bytes">The writing.</param>
/// <param name="Cause">What was done to the body.</param>
/// <param name="Text">The same for people.</param>
internal sealed record BodyWriting(ReadOnlyMemory<byte> Bytes, RefusalCause Cause, string Text)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The writings, likely ones first. Each is made when it is tried.</summary>
    public static IEnumerable<BodyWriting> Of(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            yield break;
        }

        var trimmed = WithoutLineEnd(body);
        if (trimmed.Length < body.Length)
        {
            yield return new(
                trimmed,
                RefusalCause.TrailingNewline,
                "The signature fits the body without the line end at its end: it was added after signing."
            );
        }

        foreach (var (end, name) in new[] { ("\n", "LF"), ("\r\n", "CR LF") })
        {
            yield return new(
                Join(trimmed.Span, Encoding.ASCII.GetBytes(end)),
                RefusalCause.TrailingNewline,
                $"The signature fits the body with a line end ({name}) at its end, which did not arrive."
            );
        }

        if (Unzipped.Of(body) is { } unzipped)
        {
            yield return new(
                unzipped,
                RefusalCause.Compressed,
                "The signature fits the body once it is decompressed: it was compressed (gzip) after signing. The signature is over the bytes as they are sent."
            );
        }

        foreach (var json in JsonWriting.Of(body))
        {
            yield return new(
                json.Bytes,
                RefusalCause.RewrittenJson,
                $"The signature fits the body when it is written anew as JSON {json.Name}: a proxy, a middleware or the sender itself parses and rewrites it. The signature is over the bytes as they are sent."
            );
        }

        foreach (var ends in LineEnds(body))
        {
            yield return ends;
        }

        yield return body.Span.StartsWith(Mark)
            ? new(body[Mark.Length..], RefusalCause.ByteOrderMark, "The signature fits the body without the byte order mark at its start.")
            : new(Join(Mark, body.Span), RefusalCause.ByteOrderMark, "The signature fits the body with a byte order mark at its start.");
        yield return new(
            ReadOnlyMemory<byte>.Empty,
            RefusalCause.EmptyBody,
            "The signature fits an empty body: the sender signed before it had the body."
        );
    }

    private static IEnumerable<BodyWriting> LineEnds(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.Contains((byte)'\n'))
        {
            yield break;
        }

        // Latin-1 maps each byte to one character and back.
        var text = Encoding.Latin1.GetString(body.Span);
        var lf = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        yield return lf.Length < text.Length
            ? new(
                Encoding.Latin1.GetBytes(lf),
                RefusalCause.LineEndings,
                "The signature fits the body with LF line ends; it arrived with CR LF."
            )
            : new(
                Encoding.Latin1.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
                RefusalCause.LineEndings,
                "The signature fits the body with CR LF line ends; it arrived with LF."
            );
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> body)
    {
        body = body.Span.EndsWith("\n"u8) ? body[..^1] : body;
        return body.Span.EndsWith("\r"u8) ? body[..^1] : body;
    }

    private static byte[] Join(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => [.. one, .. other];
}
