using System.Buffers.Binary;

namespace Hooklatch.Duplicates;

/// <summary>What tells a delivery from others: 128 bits of a hash, so that some of them are as good a hash code as any.</summary>
internal readonly record struct DeliveryKey(ulong High, ulong Low)
{
    public override int GetHashCode() => (int)Low;

    public byte[] ToBytes()
    {
        var bytes = new byte[2 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(sizeof(ulong)), Low);
        return bytes;
    }
}
