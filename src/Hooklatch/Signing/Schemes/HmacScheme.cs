using System.ComponentModel;
using System.Security.Cryptography;

namespace Hooklatch.Signing.Schemes;

/// <summary>A scheme whose signature is an HMAC.</summary>
/// <param name="algorithm">The algorithm.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HmacScheme(HmacAlgorithm algorithm) : HashScheme
{
    internal override string Description => $"HMAC-{algorithm.ToString().ToUpperInvariant()} in {PlaceOfSignature}";

    internal sealed override int Size { get; } =
        algorithm switch
        {
            HmacAlgorithm.Sha1 => SHA1.HashSizeInBytes,
            HmacAlgorithm.Sha256 => SHA256.HashSizeInBytes,
            HmacAlgorithm.Sha384 => SHA384.HashSizeInBytes,
            HmacAlgorithm.Sha512 => SHA512.HashSizeInBytes,
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };

    internal sealed override IncrementalHash CreateHash(byte[] key) => IncrementalHash.CreateHMAC(HashOf(Size)!.Value, key);

    internal sealed override IncrementalHash? CreateHash(int size, byte[] key) =>
        HashOf(size) is { } hash ? IncrementalHash.CreateHMAC(hash, key) : null;

    internal sealed override string NameOf(int size) => $"HMAC-{HashOf(size)?.Name}";

    private static HashAlgorithmName? HashOf(int size) =>
        size switch
        {
            SHA1.HashSizeInBytes => HashAlgorithmName.SHA1,
            SHA256.HashSizeInBytes => HashAlgorithmName.SHA256,
            SHA384.HashSizeInBytes => HashAlgorithmName.SHA384,
            SHA512.HashSizeInBytes => HashAlgorithmName.SHA512,
            _ => null,
        };
}
