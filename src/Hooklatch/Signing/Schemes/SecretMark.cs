using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// What tells the secrets of a setting apart when nobody may keep one: 16 bits of a hash. They say whether a secret is still among those that are configured,
/// and are too few to find it by.
/// </summary>
internal static class SecretMark
{
    public static int Of(ReadOnlySpan<byte> secret)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData("Hooklatch.SecretMark"u8, secret, hash);
        return BinaryPrimitives.ReadUInt16BigEndian(hash);
    }
}
