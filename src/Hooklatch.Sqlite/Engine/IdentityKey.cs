using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Sqlite.Engine;

/// <summary>
/// The key of a row in the table of identities. It begins with a hash of the provider's id, so that one table tells copies and finds deliveries by that id.
/// </summary>
internal static class IdentityKey
{
    /// <summary>How long the hash is.</summary>
    public const int PrefixLength = 8;

    /// <summary>How long the key is that tells copies.</summary>
    public const int Length = PrefixLength + 16;

    /// <summary>How long the key is that only finds a delivery.</summary>
    public const int FinderLength = PrefixLength + sizeof(long);

    private const int UsualText = 256;

    /// <summary>The key that tells copies of a delivery from other deliveries.</summary>
    public static ReadOnlySpan<byte> Of(string? deliveryId, ReadOnlySpan<byte> identity, Span<byte> room)
    {
        WritePrefix(deliveryId, room);
        identity.CopyTo(room[PrefixLength..]);
        return room[..(PrefixLength + identity.Length)];
    }

    /// <summary>The key that finds a delivery by the provider's id and tells nothing.</summary>
    public static ReadOnlySpan<byte> Finder(string deliveryId, long delivery, Span<byte> room)
    {
        WritePrefix(deliveryId, room);
        BinaryPrimitives.WriteInt64BigEndian(room[PrefixLength..], delivery);
        return room[..FinderLength];
    }

    /// <summary>The key that finds what another one told, once that is over.</summary>
    public static ReadOnlySpan<byte> Finder(ReadOnlySpan<byte> key, long delivery, Span<byte> room)
    {
        key[..PrefixLength].CopyTo(room);
        BinaryPrimitives.WriteInt64BigEndian(room[PrefixLength..], delivery);
        return room[..FinderLength];
    }

    /// <summary>Between which keys those of a provider's id lie.</summary>
    public static (byte[] First, byte[] Last) RangeOf(string deliveryId)
    {
        var first = new byte[PrefixLength];
        WritePrefix(deliveryId, first);
        var last = new byte[Length + 1];
        last.AsSpan().Fill(0xFF);
        first.CopyTo(last, 0);
        return (first, last);
    }

    /// <summary>Nothing but zeros where the provider names no id.</summary>
    public static bool HasDeliveryId(ReadOnlySpan<byte> key) => key[..PrefixLength].ContainsAnyExcept((byte)0);

    private static void WritePrefix(string? deliveryId, Span<byte> room)
    {
        if (deliveryId is null)
        {
            room[..PrefixLength].Clear();
            return;
        }

        var max = Encoding.UTF8.GetMaxByteCount(deliveryId.Length);
        var rented = max > UsualText ? ArrayPool<byte>.Shared.Rent(max) : null;
        var text = rented ?? stackalloc byte[UsualText];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(deliveryId, text)], hash);
        hash[..PrefixLength].CopyTo(room);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
