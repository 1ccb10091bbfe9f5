using System.Buffers.Binary;

namespace Hooklatch.Inbox.Sealing;

/// <summary>Seals what is no delivery, reports of jobs and values of plugins, by what seals deliveries: bound to whose it is and what it is called.</summary>
internal static class SealedBytes
{
    /// <summary>The most bytes by which something sealed is longer.</summary>
    public const int MaxOverhead = 1024;

    /// <summary>No JSON begins so; a value that does is sealed or read as it is.</summary>
    private const uint Mark = 0x00534C48;

    private const int Head = 2 * sizeof(uint);

    public static byte[] Seal(string plugin, string owner, string name, ReadOnlyMemory<byte> plain, string keyId, byte[] key)
    {
        var item = BodySealer.Seal(ItemOf(plugin, owner, name, plain, default), keyId, key);
        var bytes = new byte[Head + item.Details.Length + item.Body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Mark);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(sizeof(uint)), item.Details.Length);
        item.Details.CopyTo(bytes.AsMemory(Head));
        item.Body.CopyTo(bytes.AsMemory(Head + item.Details.Length));
        return bytes;
    }

    /// <exception cref="InvalidDataException">Its key is not configured, or its bytes are not those that were sealed for this.</exception>
    public static ReadOnlyMemory<byte> Open(string plugin, string owner, string name, ReadOnlyMemory<byte> stored, BodyKeys keys)
    {
        if (stored.Length < Head || BinaryPrimitives.ReadUInt32BigEndian(stored.Span) != Mark)
        {
            return stored;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(stored.Span[sizeof(uint)..]);
        if (length < 0 || length > stored.Length - Head)
        {
            return stored;
        }

        var details = stored.Slice(Head, length);
        return SealedHead.Is(details.Span)
            ? BodySealer.Open(ItemOf(plugin, owner, name, stored[(Head + length)..].ToArray(), details), keys).Body
            : stored;
    }

    private static InboxItem ItemOf(string plugin, string owner, string name, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> details) =>
        new()
        {
            Plugin = plugin,
            Endpoint = owner,
            ReceivedAt = default,
            Body = body,
            Details = details,
            DeliveryId = name,
        };
}
