using Hooklatch.Verification.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Verification.Code;

/// <summary>
/// What one verifier fetched lately, at most 32 of it: for a day what it got, for a minute that it got nothing, so that a forger's address
/// is not asked for with every delivery.
/// </summary>
internal sealed class KeyCache
{
    private const int MostEntries = 32;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan RefusalKept = TimeSpan.FromMinutes(1);

    private readonly BoundedCache<Entry> _entries = new(MostEntries);

    /// <summary>The fetcher of the host; <see langword="null"/> where the host lets nothing be fetched.</summary>
    public static IKeyFetcher? FetcherOf(HttpContext http) => http.RequestServices?.GetService<IKeyFetcher>();

    public async ValueTask<FetchedKey> GetAsync(IKeyFetcher fetcher, Uri address, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_entries.Find(address.AbsoluteUri) is { } entry && now < entry.Until)
        {
            return entry.Key;
        }

        var key = await fetcher.FetchAsync(address, cancellation);
        if (!key.IsUnavailable)
        {
            _entries.Add(address.AbsoluteUri, new Entry(key, now + (key.Content is null ? RefusalKept : Kept)));
        }

        return key;
    }

    private sealed record Entry(FetchedKey Key, DateTimeOffset Until);
}
