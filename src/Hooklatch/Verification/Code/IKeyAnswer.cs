namespace Hooklatch.Verification.Code;

/// <summary>What somebody said who was asked for a key: a key, that there is none, or nothing at the moment.</summary>
internal interface IKeyAnswer<TSelf>
    where TSelf : struct, IKeyAnswer<TSelf>
{
    static abstract TSelf Unavailable { get; }

    bool IsFound { get; }

    bool IsUnavailable { get; }
}
