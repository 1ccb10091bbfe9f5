using Hooklatch.Verification.Lookups;

namespace Hooklatch.Verification.Keys;

/// <summary>
/// The keys of certificates whose chains were checked lately. To build a chain takes longer than to verify a signature, and who forges deliveries
/// may name a real certificate in each, so what was found is good for ten minutes.
/// </summary>
/// <param name="check">Checks a certificate against roots; <see langword="null"/> for one that is not to be trusted.</param>
internal sealed class CheckedKeys<TRoots>(Func<ReadOnlyMemory<byte>, DateTimeOffset, TRoots, byte[]?> check)
    where TRoots : class
{
    private const int MaxEntries = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly BoundedCache<Entry> _entries = new(MaxEntries);

    /// <param name="address">Where the certificate is from.</param>
    /// <param name="certificate">The certificate as it was fetched.</param>
    /// <param name="now">The time of receipt.</param>
    /// <param name="roots">The roots that are configured at this moment.</param>
    public byte[]? KeyOf(Uri address, ReadOnlyMemory<byte> certificate, DateTimeOffset now, TRoots roots)
    {
        if (
            _entries.Find(address.AbsoluteUri) is { } entry
            && entry.Certificate.Equals(certificate)
            && ReferenceEquals(entry.Roots, roots)
            && (now - entry.At).Duration() < Kept
        )
        {
            return entry.Key;
        }

        var key = check(certificate, now, roots);
        _entries.Add(address.AbsoluteUri, new Entry(certificate, roots, now, key));
        return key;
    }

    private sealed record Entry(ReadOnlyMemory<byte> Certificate, TRoots Roots, DateTimeOffset At, byte[]? Key);
}
