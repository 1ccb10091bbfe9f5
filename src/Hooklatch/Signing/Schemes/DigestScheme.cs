using System.ComponentModel;
using System.Security.Cryptography;

namespace Hooklatch.Signing.Schemes;

/// <summary>A scheme whose signature is a plain digest over a text that holds the secret.</summary>
/// <param name="algorithm">The algorithm.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DigestScheme(DigestAlgorithm algorithm) : HashScheme
{
    internal override string Description => $"{algorithm.ToString().ToUpperInvariant()} with the secret in {PlaceOfSignature}";

    internal sealed override int Size { get; } = algorithm is DigestAlgorithm.Sha1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes;

    /// <summary>The key is part of the text, which the scheme's own template says.</summary>
    internal sealed override IncrementalHash CreateHash(byte[] key) =>
        IncrementalHash.CreateHash(algorithm is DigestAlgorithm.Sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);

    internal sealed override IncrementalHash? CreateHash(int size, byte[] key) =>
        HashOf(size) is { } hash ? IncrementalHash.CreateHash(hash) : null;

    internal sealed override string NameOf(int size) => $"{HashOf(size)?.Name}";

    private static HashAlgorithmName? HashOf(int size) =>
        size switch
        {
            SHA1.HashSizeInBytes => HashAlgorithmName.SHA1,
            SHA256.HashSizeInBytes => HashAlgorithmName.SHA256,
            SHA512.HashSizeInBytes => HashAlgorithmName.SHA512,
            _ => null,
        };
}
