namespace Hooklatch.Verification.Lookups;

/// <summary>For how long a <see cref="LookupMemory{TAnswer}"/> keeps what it was told, and how much it asks at once.</summary>
internal sealed record LookupLimits
{
    /// <summary>For how long what was found is good before it is asked for anew.</summary>
    public required TimeSpan Kept { get; init; }

    /// <summary>For how long what is proven is good if nobody answers.</summary>
    public required TimeSpan KeptAtMost { get; init; }

    /// <summary>For how long it is remembered that there is nothing.</summary>
    public TimeSpan RejectionKept { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For how long it is remembered that nobody answered.</summary>
    public TimeSpan SilenceKept { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a name is proven by being found. Otherwise anybody could make one up that is, and it takes a verified delivery.</summary>
    public bool IsProvenByFinding { get; init; }

    /// <summary>How many names that are proven are kept, and as many that are not.</summary>
    public int MostKept { get; init; } = 32;

    /// <summary>How many names that are not proven are asked for at once.</summary>
    public int MostAtATime { get; init; } = 4;

    /// <summary>How many of them wait for their turn.</summary>
    public int MostWaiting { get; init; } = 32;

    /// <summary>How many names that are proven are asked for at once; all others of them may wait.</summary>
    public int MostProvenAtATime { get; init; } = 32;
}
