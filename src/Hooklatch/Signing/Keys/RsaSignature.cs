using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>Verifies RSA signatures (PKCS #1 v1.5) with keys of at least 2,048 bits. It never throws.</summary>
internal static class RsaSignature
{
    private const int MinKeyBits = 2048;

    /// <summary>Reads a key as it stands in a configuration: PEM of a key or of a certificate, or base64 of a SubjectPublicKeyInfo.</summary>
    public static byte[]? ReadKey(string text) =>
        KeyText.DecodePublic(text, KeyEncoding.Base64, prefix: "") is { Length: > 0 } key && IsKey(key) ? key : null;

    /// <summary>The key of a certificate in PEM or DER, and the certificate itself for whoever wants to know more of it.</summary>
    public static X509Certificate2? ReadCertificate(ReadOnlySpan<byte> text)
    {
        try
        {
            return text is [(byte)'-', ..]
                ? X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(text))
                : X509CertificateLoader.LoadCertificate(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static bool Verify(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, HashAlgorithmName hash)
    {
        // Each call has a key object of its own, since the framework does not promise that one may be used by two requests at a time.
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportSubjectPublicKeyInfo(key, out var read);
            return read == key.Length && rsa.KeySize >= MinKeyBits && rsa.VerifyData(content, signature, hash, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether the bytes are a key that verifies anything.</summary>
    public static bool IsKey(byte[] key)
    {
        using var rsa = RsaSha256Key.Import(key);
        return rsa is not null;
    }
}
