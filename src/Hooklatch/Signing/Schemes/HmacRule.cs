using System.ComponentModel;
using System.Security.Cryptography;
using Hooklatch.Plugins;

namespace Hooklatch.Signing.Schemes;

/// <summary>A rule whose signature is an HMAC.</summary>
/// <param name="plugin">The plugin whose configuration holds the secret.</param>
/// <param name="secret">The path of the secret; <see langword="null"/> where the tenant of a request has its own.</param>
/// <param name="algorithm">The algorithm.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HmacRule(PluginScope plugin, string? secret, HmacAlgorithm algorithm) : HashRule(plugin, secret)
{
    internal override string Description =>
        $"HMAC-{algorithm.ToString().ToUpperInvariant()} in {(SignatureHeader.Length > 0 ? SignatureHeader : "the body")}";

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
