using System.Security.Cryptography;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing;

/// <summary>
/// A public key for RSA with SHA-256 and PKCS #1 v1.5 padding (RFC 8017 section 8.2), of at least 2,048 bits, as a SubjectPublicKeyInfo in
/// DER.
/// </summary>
public sealed class RsaSha256Key : IVerificationKey<RsaSha256Key>
{
    private readonly RSA _key;

    private RsaSha256Key(RSA key) => _key = key;

    static string IVerificationKey<RsaSha256Key>.Algorithm => "RSA-SHA256";

    static HashAlgorithmName? IVerificationKey<RsaSha256Key>.Hash => HashAlgorithmName.SHA256;

    /// <inheritdoc/>
    public static RsaSha256Key? Import(ReadOnlySpan<byte> key)
    {
        const int MinKeyBits = 2048;
        var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(key, out var read);
            if (read == key.Length && rsa.KeySize >= MinKeyBits)
            {
                return new RsaSha256Key(rsa);
            }
        }
        catch (CryptographicException)
        {
            // Not a key of this kind.
        }

        rsa.Dispose();
        return null;
    }

    static byte[]? IVerificationKey<RsaSha256Key>.Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> text)
    {
        using var key = PrivateKeyText.Import(RSA.Create(), privateKey);
        return key?.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        try
        {
            return _key.VerifyHash(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
