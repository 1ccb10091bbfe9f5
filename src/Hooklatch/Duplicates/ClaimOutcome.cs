namespace Hooklatch.Duplicates;

/// <summary>What became of the claim of a delivery.</summary>
internal enum ClaimOutcome
{
    /// <summary>The delivery is this request's to run.</summary>
    Claimed,

    /// <summary>Another request is running it.</summary>
    Running,

    /// <summary>It was taken before.</summary>
    Taken,
}
