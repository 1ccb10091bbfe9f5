namespace Hooklatch.Verification.Code;

/// <summary>What an <see cref="ISigningKeySource"/> knows of a key's name.</summary>
/// <param name="Keys">The keys of that name: none where it is unknown, several where pinned keys have no names.</param>
/// <param name="IsUnavailable">Whether the provider could not be asked now.</param>
internal readonly record struct SigningKeys(IReadOnlyList<SigningKey> Keys, bool IsUnavailable = false)
{
    /// <summary>The provider could not be asked now.</summary>
    public static SigningKeys Unavailable { get; } = new([], IsUnavailable: true);
}
