using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Hooklatch.Benchmarks.Uploads;

/// <summary>A multipart form with one large file, made while it is sent, so that the sender needs no memory for it either.</summary>
internal sealed class SignedUpload : HttpContent
{
    public const string Secret = "It's a Secret to Everybody";

    private const string Boundary = "hooklatch-benchmark";

    private static readonly byte[] Block = RandomNumberGenerator.GetBytes(64 << 10);

    private readonly int _blocks;

    public SignedUpload(int mebibytes)
    {
        _blocks = mebibytes * ((1 << 20) / Block.Length);
        Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + Boundary);
    }

    public long FileLength => (long)_blocks * Block.Length;

    public long Length => Head.Length + FileLength + Tail.Length;

    /// <summary>The bytes that are no line feed.</summary>
    public long TextLength => Pieces.Sum(piece => (long)piece.Length - piece.Span.Count((byte)'\n'));

    /// <summary>As GitHub signs.</summary>
    public string Signature
    {
        get
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, System.Text.Encoding.UTF8.GetBytes(Secret));
            foreach (var piece in Pieces)
            {
                hash.AppendData(piece.Span);
            }

            return "sha256=" + Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    private static ReadOnlyMemory<byte> Head { get; } =
        System.Text.Encoding.ASCII.GetBytes(
            $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );

    private static ReadOnlyMemory<byte> Tail { get; } = System.Text.Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");

    private IEnumerable<ReadOnlyMemory<byte>> Pieces => Enumerable.Repeat<ReadOnlyMemory<byte>>(Block, _blocks).Prepend(Head).Append(Tail);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in Pieces)
        {
            await stream.WriteAsync(piece);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }
}
