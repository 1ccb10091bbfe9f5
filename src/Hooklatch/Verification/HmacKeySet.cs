using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Verification;

/// <summary>
/// All secrets of one endpoint at one moment, ready to compute with. Keying an HMAC costs two compressions and an allocation, so keyed
/// hashes are kept for reuse; they live and die with the secrets.
/// </summary>
internal sealed class HmacKeySet(HmacAlgorithm algorithm, IEnumerable<string> secrets)
{
    private readonly byte[][] _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    private readonly IncrementalHash[]?[] _idle = new IncrementalHash[Environment.ProcessorCount * 2][];

    public bool IsEmpty => _keys.Length == 0;

    public static int SizeOf(HmacAlgorithm algorithm) =>
        algorithm switch
        {
            HmacAlgorithm.Sha1 => SHA1.HashSizeInBytes,
            HmacAlgorithm.Sha256 => SHA256.HashSizeInBytes,
            HmacAlgorithm.Sha384 => SHA384.HashSizeInBytes,
            HmacAlgorithm.Sha512 => SHA512.HashSizeInBytes,
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };

    /// <summary>One keyed hash per secret, in the order of the configuration.</summary>
    public IncrementalHash[] Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } hashes)
            {
                return hashes;
            }
        }

        return [.. _keys.Select(key => IncrementalHash.CreateHMAC(NameOf(algorithm), key))];
    }

    /// <summary>Takes hashes back; each must have been reset.</summary>
    public void Return(IncrementalHash[] hashes)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], hashes, null) is null)
            {
                return;
            }
        }

        foreach (var hash in hashes)
        {
            hash.Dispose();
        }
    }

    private static HashAlgorithmName NameOf(HmacAlgorithm algorithm) =>
        algorithm switch
        {
            HmacAlgorithm.Sha1 => HashAlgorithmName.SHA1,
            HmacAlgorithm.Sha256 => HashAlgorithmName.SHA256,
            HmacAlgorithm.Sha384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };
}
