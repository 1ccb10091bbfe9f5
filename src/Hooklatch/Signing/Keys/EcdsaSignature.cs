using System.Security.Cryptography;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>Verifies ECDSA signatures by keys on one curve. It never throws.</summary>
internal static class EcdsaSignature
{
    public static bool Verify(
        byte[] key,
        ECCurve curve,
        ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> signature,
        HashAlgorithmName hash,
        DSASignatureFormat format
    )
    {
        // Each call has a key object of its own, as with RSA.
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out var read);
            return read == key.Length && IsOn(ecdsa, curve) && ecdsa.VerifyData(content, signature, hash, format);
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Whether the bytes are a key, on whatever curve.</summary>
    public static bool IsKey(byte[] key)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out var read);
            return read == key.Length;
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static bool IsOn(ECDsa key, ECCurve curve) =>
        SecurityHeader.Is(key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value, curve.Oid.Value);
}
