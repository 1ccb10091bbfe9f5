using Hooklatch.Verification.Lookups;

namespace Hooklatch.Verification.Keys;

/// <summary>What an <see cref="IKeyFetcher"/> got.</summary>
public readonly record struct FetchedKey : ILookupAnswer<FetchedKey>
{
    private FetchedKey(ReadOnlyMemory<byte>? content, bool isUnavailable)
    {
        Content = content;
        IsUnavailable = isUnavailable;
    }

    /// <summary>There is no such resource, or it is not what a provider publishes: too large, or elsewhere.</summary>
    public static FetchedKey None { get; } = new(null, isUnavailable: false);

    /// <summary>The provider could not be asked now.</summary>
    public static FetchedKey Unavailable { get; } = new(null, isUnavailable: true);

    /// <summary>The resource; <see langword="null"/> where there is none.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    bool ILookupAnswer<FetchedKey>.IsFound => Content is not null;

    /// <summary>Whether it is worth asking again later.</summary>
    public bool IsUnavailable { get; }

    /// <summary>The resource.</summary>
    /// <param name="content">Its bytes.</param>
    public static FetchedKey Of(ReadOnlyMemory<byte> content) => new(content, isUnavailable: false);
}
