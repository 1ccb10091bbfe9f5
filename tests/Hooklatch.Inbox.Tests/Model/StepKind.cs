namespace Hooklatch.Inbox.Tests.Model;

/// <summary>What can happen to a store.</summary>
internal enum StepKind
{
    Accept,
    AcceptAndClaim,
    Record,
    Claim,
    ClaimSuspect,
    Start,
    End,
    EndStale,
    Pass,
    Restart,

    /// <summary>The process dies several times in a row, each time while a suspect runs.</summary>
    Die,
    Replay,
    Requeue,
    Dismiss,
    Report,
    Pause,
    Erase,
    Sweep,
}
