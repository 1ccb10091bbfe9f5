using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Console.Access;

/// <summary>A token as the console holds it: what it lets its holder do, and what is derived from it.</summary>
/// <param name="name">Its name.</param>
/// <param name="role">What it lets its holder do.</param>
/// <param name="token">The token, which is not kept here.</param>
internal sealed class KnownToken(string name, ConsoleRole role, string token)
{
    private const int IdLength = 8;

    private readonly byte[] _hash = HashOf(token);

    public string Name { get; } = name;

    public ConsoleRole Role { get; } = role;

    /// <summary>By which a session says of which token it is. The token does not follow from it.</summary>
    public byte[] Id { get; } = Derive(token, IdLength, "hooklatch console id 1"u8);

    /// <summary>The key of this token's sessions: another token, other sessions.</summary>
    public byte[] SealKey { get; } = Derive(token, SHA256.HashSizeInBytes, "hooklatch console session 1"u8);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether a token has this hash, in a time that does not depend on either.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(hash, _hash);

    private static byte[] Derive(string token, int length, ReadOnlySpan<byte> purpose)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), derived, salt: [], purpose);
        return derived;
    }
}
