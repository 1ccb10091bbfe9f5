using System.Buffers.Text;

namespace Hooklatch.Cli.Verifying;

/// <summary>A body that was captured with the chunks in which it was sent (RFC 9112 section 7.1).</summary>
internal static class ChunkedBody
{
    /// <summary>Puts the chunks together.</summary>
    /// <returns>Whether it is written in chunks; a body that was put together already is not.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out byte[] whole)
    {
        var read = new List<byte>();
        whole = [];
        while (true)
        {
            var end = body.IndexOf("\r\n"u8);
            if (end < 0 || !TryReadLength(body[..end], out var length))
            {
                return false;
            }

            body = body[(end + 2)..];
            if (length == 0)
            {
                // What follows is trailers.
                whole = [.. read];
                return true;
            }

            if (length + 2 > body.Length || !body[length..].StartsWith("\r\n"u8))
            {
                return false;
            }

            read.AddRange(body[..length]);
            body = body[(length + 2)..];
        }
    }

    private static bool TryReadLength(ReadOnlySpan<byte> line, out int length)
    {
        var extension = line.IndexOf((byte)';');
        var digits = extension < 0 ? line : line[..extension];
        return Utf8Parser.TryParse(digits, out length, out var consumed, 'X') && consumed == digits.Length && length >= 0;
    }
}
