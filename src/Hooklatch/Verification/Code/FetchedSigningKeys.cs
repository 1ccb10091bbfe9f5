using Hooklatch.Verification.Rules;

namespace Hooklatch.Verification.Code;

/// <summary>
/// The set of keys at one address, which the author of an endpoint wrote down. It is kept for a day; a delivery that names a key that is not
/// in it has it fetched anew, once a minute at most, so that a provider can change keys and a forger cannot make requests.
/// </summary>
/// <param name="address">The address; <see langword="null"/> where what was written down is no address of HTTPS.</param>
internal sealed class FetchedSigningKeys(Uri? address) : ISigningKeySource
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private volatile Snapshot? _current;

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
        var age = request.ReceivedAt - (_current?.At ?? DateTimeOffset.MinValue);
        var known = age < Kept ? Find(keyId) : [];
        if (known.Length > 0 || age < Rest)
        {
            return new(known);
        }

        var fetched = await KeyCache.FetcherOf(request.Http)!.FetchAsync(address!, cancellation);
        if (fetched.IsUnavailable)
        {
            return SigningKeys.Unavailable;
        }

        _current = new Snapshot(fetched.Content is { } text ? SigningKeyText.ReadJson(text) ?? [] : [], request.ReceivedAt);
        return new(Find(keyId));
    }

    /// <summary>A fetched key without a name is called by none: unlike a pinned one, nobody chose it.</summary>
    private SigningKey[] Find(string? keyId) => [.. _current!.Keys.Where(key => key.Id is not null && key.IsCalled(keyId))];

    private sealed record Snapshot(IReadOnlyList<SigningKey> Keys, DateTimeOffset At);
}
