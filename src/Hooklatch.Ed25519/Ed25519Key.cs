using System.Security.Cryptography;
using Hooklatch.Signing;
using Rfc8032 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Hooklatch.Ed25519;

/// <summary>
/// A public key for Ed25519 (RFC 8032 section 5.1): its 32 bytes, or a SubjectPublicKeyInfo in DER (RFC 8410 section 4). A signature whose S
/// is not reduced is none, and a key of small order, for which anyone could sign, is no key.
/// </summary>
public sealed class Ed25519Key : IVerificationKey<Ed25519Key>
{
    private readonly Rfc8032.PublicPoint _point;

    private Ed25519Key(Rfc8032.PublicPoint point) => _point = point;

    static string IVerificationKey<Ed25519Key>.Algorithm => "Ed25519";

    static HashAlgorithmName? IVerificationKey<Ed25519Key>.Hash => null;

    /// <summary>What stands before the private key in its PKCS #8 (RFC 8410 section 7).</summary>
    private static ReadOnlySpan<byte> PrivateInfoPrefix =>
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    /// <summary>All of a SubjectPublicKeyInfo but the key: the algorithm 1.3.101.112 without parameters, and a bit string.</summary>
    private static ReadOnlySpan<byte> InfoPrefix => [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

    /// <inheritdoc/>
    public static Ed25519Key? Import(ReadOnlySpan<byte> key)
    {
        var bytes = key.Length == InfoPrefix.Length + Rfc8032.PublicKeySize && key.StartsWith(InfoPrefix) ? key[InfoPrefix.Length..] : key;
        return bytes.Length == Rfc8032.PublicKeySize && Rfc8032.ValidatePublicKeyFullExport(bytes) is { } point
            ? new Ed25519Key(point)
            : null;
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        signature.Length == Rfc8032.SignatureSize && Rfc8032.Verify(signature, _point, content);

    static byte[]? IVerificationKey<Ed25519Key>.Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> text)
    {
        var bytes =
            privateKey.Length == PrivateInfoPrefix.Length + Rfc8032.SecretKeySize && privateKey.StartsWith(PrivateInfoPrefix)
                ? privateKey[PrivateInfoPrefix.Length..]
                : privateKey;
        if (bytes.Length != Rfc8032.SecretKeySize)
        {
            return null;
        }

        var signature = new byte[Rfc8032.SignatureSize];
        Rfc8032.Sign(bytes.ToArray(), 0, text.ToArray(), 0, text.Length, signature, 0);
        return signature;
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
