using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Duplicates;

/// <summary>
/// Makes one number of what tells a delivery from others. Every text stands with its length, so that no two lists of texts give the same
/// bytes; 128 bits of SHA-256 are enough that no two deliveries meet by chance, and nobody chooses them without the key.
/// </summary>
/// <param name="room">Where the bytes are gathered, if they fit.</param>
/// <param name="maxBytes">The most that the texts can take.</param>
internal ref struct KeyFields(Span<byte> room, int maxBytes)
{
    /// <summary>What <see cref="Complete"/> adds.</summary>
    public const int Numbers = sizeof(int) + 16;

    private readonly byte[]? _rented = maxBytes + Numbers > room.Length ? ArrayPool<byte>.Shared.Rent(maxBytes + Numbers) : null;
    private readonly Span<byte> _room = room;
    private int _length;

    private readonly Span<byte> Bytes => _rented ?? _room;

    /// <summary>The most bytes that a text takes.</summary>
    public static int MaxLengthOf(string? text) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

    public void Add(string? text)
    {
        var written = Encoding.UTF8.GetBytes(text ?? "", Bytes[(_length + sizeof(int))..]);
        BinaryPrimitives.WriteInt32LittleEndian(Bytes[_length..], written);
        _length += sizeof(int) + written;
    }

    /// <summary>Adds texts that were added before, to fields of their own.</summary>
    public void Add(ReadOnlySpan<byte> fields)
    {
        fields.CopyTo(Bytes[_length..]);
        _length += fields.Length;
    }

    /// <summary>The texts so far.</summary>
    public readonly byte[] ToArray() => Bytes[.._length].ToArray();

    public readonly DeliveryKey Complete(int scheme, UInt128 fingerprint)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Bytes[_length..], scheme);
        BinaryPrimitives.WriteUInt128LittleEndian(Bytes[(_length + sizeof(int))..], fingerprint);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Bytes[..(_length + Numbers)], hash);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        return new DeliveryKey(
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..])
        );
    }
}
