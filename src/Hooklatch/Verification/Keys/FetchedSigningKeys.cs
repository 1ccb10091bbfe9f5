using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Lookups;

namespace Hooklatch.Verification.Keys;

/// <summary>
/// The set of keys at one address, which the author of an endpoint wrote down. It is fetched anew once a day, and where a delivery names a key
/// that is not in it, but once a minute at most whatever comes of it, so that a provider can change keys and a forger cannot make requests.
/// Where nothing comes of it, the keys of before are good for up to a week.
/// </summary>
/// <param name="address">The address; <see langword="null"/> where what was written down is no address of HTTPS.</param>
internal sealed class FetchedSigningKeys(Uri? address) : IKeyRing
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private volatile Snapshot? _current;
    private volatile Attempt? _last;

    public string? MissingSetting => null;

    /// <summary>An address that keys can be fetched from: absolute, of HTTPS, with nothing to hide behind.</summary>
    public static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && SecurityHeader.Is(address.Scheme, Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0
            ? address
            : null;

    public bool IsConfigured(VerificationRequest request) => address is not null && KeyCache.FetcherOf(request.Http) is not null;

    public async ValueTask<SigningKeys> FindAsync(string? keyId, VerificationRequest request, CancellationToken cancellation)
    {
        var now = request.ReceivedAt;
        if (Find(keyId, now, Lifetime) is { Length: > 0 } known)
        {
            return new(known);
        }

        var succeeded = await Latest(KeyCache.FetcherOf(request.Http)!, request).WaitAsync(cancellation);
        var keys = Find(keyId, now, MaxAge);
        // Whether there is no such key or nobody said so is told apart: a provider that changed its keys is to try again.
        return keys.Length > 0 || succeeded ? new(keys) : SigningKeys.Unavailable;
    }

    /// <summary>Whether the latest attempt succeeded; a new one where the one before is long enough ago.</summary>
    private Task<bool> Latest(IKeyFetcher fetcher, VerificationRequest request)
    {
        var now = request.ReceivedAt;
        var result = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_last is { } last && (!last.Succeeded.IsCompleted || (now - last.At).Duration() < RetryInterval))
            {
                return last.Succeeded;
            }

            _last = new Attempt(result.Task, now);
        }

        _ = FetchAsync(
            LookupTimeout.RunAsync(token => fetcher.FetchAsync(address!, token), FetchedKey.Unavailable, request.Time),
            now,
            result
        );
        return result.Task;
    }

    /// <summary>It is not cancelled with the delivery that asked first, since others wait for it.</summary>
    private async Task FetchAsync(Task<FetchedKey> fetching, DateTimeOffset now, TaskCompletionSource<bool> result)
    {
        try
        {
            var fetched = await fetching;
            var keys = fetched.Content is { } text ? SigningKeyText.ReadJson(text) : null;
            // A set without keys is no set: half an answer must not take the keys that are known.
            _current = keys is null ? _current : new Snapshot(keys, now);
            result.SetResult(keys is not null);
        }
#pragma warning disable CA1031 // A fetcher of the host's own may throw anything; to whoever waits nobody has answered.
        catch (Exception)
#pragma warning restore CA1031
        {
            result.SetResult(false);
        }
    }

    /// <summary>A fetched key without a name is called by none: unlike a pinned one, nobody chose it.</summary>
    private SigningKey[] Find(string? keyId, DateTimeOffset now, TimeSpan age) =>
        _current is { } current && now < current.At + age ? [.. current.Keys.Where(key => key.Id is not null && key.IsCalled(keyId))] : [];

    private sealed record Snapshot(IReadOnlyList<SigningKey> Keys, DateTimeOffset At);

    private sealed record Attempt(Task<bool> Succeeded, DateTimeOffset At);
}
