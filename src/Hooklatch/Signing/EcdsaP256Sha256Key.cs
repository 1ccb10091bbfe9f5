using System.Security.Cryptography;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing;

/// <summary>
/// A public key on the curve P-256 for ECDSA with SHA-256 (FIPS 186-5), as a SubjectPublicKeyInfo in DER. Signatures are DER sequences
/// (RFC 3279 section 2.2.3).
/// </summary>
public sealed class EcdsaP256Sha256Key : IVerificationKey<EcdsaP256Sha256Key>
{
    private readonly ECDsa _key;

    private EcdsaP256Sha256Key(ECDsa key) => _key = key;

    static string IVerificationKey<EcdsaP256Sha256Key>.Algorithm => "ECDSA-P256-SHA256";

    static HashAlgorithmName? IVerificationKey<EcdsaP256Sha256Key>.Hash => HashAlgorithmName.SHA256;

    /// <inheritdoc/>
    public static EcdsaP256Sha256Key? Import(ReadOnlySpan<byte> key)
    {
        const int CurveBits = 256;
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out var read);
            if (read == key.Length && ecdsa.KeySize == CurveBits)
            {
                return new EcdsaP256Sha256Key(ecdsa);
            }
        }
        catch (CryptographicException)
        {
            // Not a key of this kind.
        }

        ecdsa.Dispose();
        return null;
    }

    static byte[]? IVerificationKey<EcdsaP256Sha256Key>.Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> text)
    {
        using var key = PrivateKeyText.Import(ECDsa.Create(), privateKey);
        return key?.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        try
        {
            return _key.VerifyHash(content, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
