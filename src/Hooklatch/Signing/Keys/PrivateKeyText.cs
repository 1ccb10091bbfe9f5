using System.Security.Cryptography;

namespace Hooklatch.Signing.Keys;

/// <summary>Reads private keys of RSA and ECDSA: PEM, or PKCS #8 in base64.</summary>
internal static class PrivateKeyText
{
    /// <returns>The key; <see langword="null"/> where the text is none.</returns>
    public static AsymmetricAlgorithm? Read(string text)
    {
        var key = KeyText.DecodePublic(text.Trim(), KeyEncoding.Base64, prefix: "");
        return Import(RSA.Create(), key) ?? (AsymmetricAlgorithm?)Import(ECDsa.Create(), key);
    }

    /// <returns>The algorithm with the key; <see langword="null"/>, and the algorithm disposed of, where the bytes are no key of it.</returns>
    public static T? Import<T>(T algorithm, ReadOnlySpan<byte> pkcs8)
        where T : AsymmetricAlgorithm
    {
        try
        {
            algorithm.ImportPkcs8PrivateKey(pkcs8, out var read);
            if (read == pkcs8.Length)
            {
                return algorithm;
            }
        }
        catch (CryptographicException)
        {
            // Not a key of this kind.
        }

        algorithm.Dispose();
        return null;
    }
}
