using Hooklatch.Cli.Catalog;

namespace Hooklatch.Cli.Verifying;

/// <summary>What a request is verified by.</summary>
internal sealed record VerifyOptions
{
    /// <summary>The preset.</summary>
    public required Preset Preset { get; init; }

    /// <summary>The secrets or public keys.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Secrets of other environments, with their names: a request that one of them signed came to the wrong place.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];

    /// <summary>What the preset needs besides.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The URL as the provider calls it; <see langword="null"/> for what the request says.</summary>
    public string? Url { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How old a signed time may be where the provider states nothing.</summary>
    public int ToleranceSeconds { get; init; } = 300;
}
