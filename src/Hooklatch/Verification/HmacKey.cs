using System.Security.Cryptography;

namespace Hooklatch.Verification;

/// <summary>
/// One secret, ready to compute with. Keying an HMAC costs two compressions and an allocation, so a few keyed hashes are kept for reuse;
/// they live and die with the key.
/// </summary>
internal sealed class HmacKey(HmacAlgorithm algorithm, byte[] key)
{
    private readonly IncrementalHash?[] _idle = new IncrementalHash?[Environment.ProcessorCount * 2];

    public static int SizeOf(HmacAlgorithm algorithm) =>
        algorithm switch
        {
            HmacAlgorithm.Sha1 => SHA1.HashSizeInBytes,
            HmacAlgorithm.Sha256 => SHA256.HashSizeInBytes,
            HmacAlgorithm.Sha384 => SHA384.HashSizeInBytes,
            HmacAlgorithm.Sha512 => SHA512.HashSizeInBytes,
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };

    public IncrementalHash Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } hash)
            {
                return hash;
            }
        }

        return IncrementalHash.CreateHMAC(NameOf(algorithm), key);
    }

    /// <summary>Takes back a hash that was read with reset, so that it is keyed and empty.</summary>
    public void Return(IncrementalHash hash)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], hash, null) is null)
            {
                return;
            }
        }

        hash.Dispose();
    }

    private static HashAlgorithmName NameOf(HmacAlgorithm algorithm) =>
        algorithm switch
        {
            HmacAlgorithm.Sha1 => HashAlgorithmName.SHA1,
            HmacAlgorithm.Sha256 => HashAlgorithmName.SHA256,
            HmacAlgorithm.Sha384 => HashAlgorithmName.SHA384,
            HmacAlgorithm.Sha512 => HashAlgorithmName.SHA512,
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };
}
