using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Duplicates;

/// <summary>
/// Makes one number of what tells a delivery from others. Every text stands with its length, so that no two lists of texts give the same
/// bytes; 128 bits of SHA-256 are enough that no two deliveries meet by chance, and nobody chooses them without the key.
/// </summary>
internal ref struct KeyFields(int mostBytes)
{
    private const int Numbers = sizeof(int) + 16;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(mostBytes + Numbers);
    private int _length;

    /// <summary>The most bytes that a text takes.</summary>
    public static int Most(string? text) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

    public void Add(string? text)
    {
        var written = Encoding.UTF8.GetBytes(text ?? "", _bytes.AsSpan(_length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), written);
        _length += sizeof(int) + written;
    }

    public readonly UInt128 Complete(int rule, UInt128 fingerprint)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), rule);
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.AsSpan(_length + sizeof(int)), fingerprint);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length + Numbers), hash);
        ArrayPool<byte>.Shared.Return(_bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
