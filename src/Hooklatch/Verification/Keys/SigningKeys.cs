using System.Text;
using Hooklatch.Signing.Keys;
using Hooklatch.Verification.Lookups;

namespace Hooklatch.Verification.Keys;

/// <summary>The public keys of one name, or why there are none.</summary>
public readonly struct SigningKeys : ILookupAnswer<SigningKeys>
{
    private readonly IReadOnlyList<SigningKey>? _keys;

    internal SigningKeys(IReadOnlyList<SigningKey> keys) => _keys = keys;

    private SigningKeys(bool isUnavailable) => IsUnavailable = isUnavailable;

    /// <summary>The provider knows no key of this name.</summary>
    public static SigningKeys None => default;

    /// <summary>The provider cannot be asked now.</summary>
    public static SigningKeys Unavailable { get; } = new(isUnavailable: true);

    /// <summary>Whether the provider cannot be asked now.</summary>
    public bool IsUnavailable { get; }

    /// <summary>How many keys there are.</summary>
    public int Count => Keys.Count;

    internal IReadOnlyList<SigningKey> Keys => _keys ?? [];

    bool ILookupAnswer<SigningKeys>.IsFound => Count > 0;

    /// <summary>
    /// Reads keys as providers write them down: PEM, base64 of a SubjectPublicKeyInfo, a JWK, a set of JWKs, or the JSON with which the API of
    /// Plaid, Circle or eBay answers who asks for a key. Keys that the provider marks as expired, or as not for signatures, are left out, and
    /// so is what cannot be read.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>The keys; <see cref="None"/> where the text holds none.</returns>
    public static SigningKeys Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SigningKeyText.Read(text) is { } keys ? new SigningKeys(keys) : None;
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="utf8">The text in UTF-8.</param>
    public static SigningKeys Read(ReadOnlySpan<byte> utf8) => Read(Encoding.UTF8.GetString(utf8));
}
