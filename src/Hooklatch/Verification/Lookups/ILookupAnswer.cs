namespace Hooklatch.Verification.Lookups;

/// <summary>What somebody said who was asked for keys: what they are, that there are none, or nothing at the moment.</summary>
internal interface ILookupAnswer<TSelf>
    where TSelf : struct, ILookupAnswer<TSelf>
{
    static abstract TSelf Unavailable { get; }

    bool IsFound { get; }

    bool IsUnavailable { get; }
}
