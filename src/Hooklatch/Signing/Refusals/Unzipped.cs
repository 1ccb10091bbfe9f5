using System.IO.Compression;

namespace Hooklatch.Signing.Refusals;

/// <summary>What a compressed body holds.</summary>
internal static class Unzipped
{
    /// <summary>The bytes; <see langword="null"/> for what is not compressed with gzip, or holds more than is written anew.</summary>
    public static byte[]? Of(ReadOnlyMemory<byte> body)
    {
        if (!body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return null;
        }

        try
        {
            using var stream = new GZipStream(new MemoryStream(body.ToArray(), writable: false), CompressionMode.Decompress);
            // One byte more tells that there is more.
            var bytes = new byte[GuessBudget.MaxRewritten + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= GuessBudget.MaxRewritten ? bytes[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
