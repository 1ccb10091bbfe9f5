using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Lookups;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Verification.Keys;

/// <summary>
/// What one verifier fetched lately: for a day what it got, or for a week where it has verified a delivery and its provider does not answer;
/// for a minute that there is nothing, and for five seconds that nobody answered.
/// </summary>
internal sealed class KeyCache
{
    private readonly LookupCache<FetchedKey> _cache = new(new() { Lifetime = TimeSpan.FromDays(1), MaxLifetime = TimeSpan.FromDays(7) });

    /// <summary>The fetcher of the host; <see langword="null"/> where the host lets nothing be fetched.</summary>
    public static IKeyFetcher? FetcherOf(HttpContext http) => http.RequestServices?.GetService<IKeyFetcher>();

    public ValueTask<FetchedKey> GetAsync(IKeyFetcher fetcher, Uri address, VerificationRequest request, CancellationToken cancellation) =>
        _cache.TryGet(address.AbsoluteUri, request.ReceivedAt, out var known)
            ? new(known)
            : _cache.LookUpAsync(
                address.AbsoluteUri,
                request.ReceivedAt,
                request.Time,
                token => fetcher.FetchAsync(address, token),
                cancellation
            );

    /// <summary>Notes that the key at this address has verified a delivery.</summary>
    public void Prove(Uri address) => _cache.Prove(address.AbsoluteUri);
}
