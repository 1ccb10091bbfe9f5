using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>What each <see cref="JwsAlgorithm"/> is made of.</summary>
internal static class JwsAlgorithms
{
    /// <summary>The name in the header of a token: <c>HS256</c>.</summary>
    public static string Name(this JwsAlgorithm algorithm) => algorithm.ToString().ToUpperInvariant();

    /// <summary>Whether the key is a secret that both sides know.</summary>
    public static bool IsSymmetric(this JwsAlgorithm algorithm) =>
        algorithm is JwsAlgorithm.Hs256 or JwsAlgorithm.Hs384 or JwsAlgorithm.Hs512;

    /// <summary>Whether a text is signed by a secret, compared in constant time.</summary>
    public static bool VerifyMac(this JwsAlgorithm algorithm, byte[] secret, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(CryptographicOperations.HmacData(algorithm.Hash(), secret, content), signature);

    /// <summary>Whether a text is signed by the holder of a public key.</summary>
    /// <param name="algorithm">One that is not symmetric.</param>
    /// <param name="key">A SubjectPublicKeyInfo in DER.</param>
    /// <param name="content">The text.</param>
    /// <param name="signature">The signature; of ECDSA both numbers, one behind the other.</param>
    public static bool Verify(this JwsAlgorithm algorithm, byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        algorithm.Curve() is { } curve
            ? EcdsaSignature.Verify(key, curve, content, signature, algorithm.Hash(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            : !algorithm.IsSymmetric() && RsaSignature.Verify(key, content, signature, algorithm.Hash());

    /// <summary>Signs a text as <see cref="Verify"/> and <see cref="VerifyMac"/> verify it.</summary>
    public static byte[] Sign(this JwsAlgorithm algorithm, SignerKeys keys, byte[] content) =>
        algorithm.IsSymmetric()
            ? CryptographicOperations.HmacData(algorithm.Hash(), Encoding.UTF8.GetBytes(keys.GetSecret()), content)
            : keys.SignText(content, algorithm.Hash(), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static HashAlgorithmName Hash(this JwsAlgorithm algorithm) =>
        algorithm switch
        {
            JwsAlgorithm.Hs256 or JwsAlgorithm.Rs256 or JwsAlgorithm.Es256 => HashAlgorithmName.SHA256,
            JwsAlgorithm.Hs384 or JwsAlgorithm.Rs384 or JwsAlgorithm.Es384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };

    private static ECCurve? Curve(this JwsAlgorithm algorithm) =>
        algorithm switch
        {
            JwsAlgorithm.Es256 => ECCurve.NamedCurves.nistP256,
            JwsAlgorithm.Es384 => ECCurve.NamedCurves.nistP384,
            JwsAlgorithm.Es512 => ECCurve.NamedCurves.nistP521,
            _ => null,
        };
}
