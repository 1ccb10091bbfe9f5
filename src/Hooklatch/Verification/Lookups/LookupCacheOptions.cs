namespace Hooklatch.Verification.Lookups;

/// <summary>How long a <see cref="LookupCache{TAnswer}"/> keeps answers, and how many lookups run at once.</summary>
internal sealed record LookupCacheOptions
{
    /// <summary>How long what was found is used before it is looked up again.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>How long the answer for a proven name is used while the lookup is unavailable.</summary>
    public required TimeSpan MaxLifetime { get; init; }

    /// <summary>How long it is cached that nothing was found.</summary>
    public TimeSpan NotFoundLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it is cached that the lookup is unavailable.</summary>
    public TimeSpan UnavailableLifetime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a name is proven once it is found. Otherwise, since anyone could make up a name that is found, a delivery must be verified with it.</summary>
    public bool IsProvenByFinding { get; init; }

    /// <summary>How many proven names are cached, and as many of the others.</summary>
    public int MaxEntries { get; init; } = 32;

    /// <summary>How many names that are not proven are looked up at once.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>How many of them wait for a permit.</summary>
    public int MaxQueued { get; init; } = 32;

    /// <summary>How many proven names are looked up at once; all others of them may wait.</summary>
    public int MaxProvenConcurrency { get; init; } = 32;
}
