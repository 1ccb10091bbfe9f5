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

    internal sealed override IncrementalHash CreateHash(byte[] key) =>
        IncrementalHash.CreateHMAC(
            algorithm switch
            {
                HmacAlgorithm.Sha1 => HashAlgorithmName.SHA1,
                HmacAlgorithm.Sha256 => HashAlgorithmName.SHA256,
                HmacAlgorithm.Sha384 => HashAlgorithmName.SHA384,
                _ => HashAlgorithmName.SHA512,
            },
            key
        );
}
