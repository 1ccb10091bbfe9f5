namespace Hooklatch.Inbox.Tests.Faults;

/// <summary>What is asked of a store.</summary>
[Flags]
internal enum StoreCalls
{
    None = 0,
    Accept = 1 << 0,
    Record = 1 << 1,
    Claim = 1 << 2,
    MarkStarted = 1 << 3,
    End = 1 << 4,
    Read = 1 << 5,
    Search = 1 << 6,
    Find = 1 << 7,
    GetDepth = 1 << 8,
    Replay = 1 << 9,
    Requeue = 1 << 10,
    Dismiss = 1 << 11,
    SetPaused = 1 << 12,
    GetPauses = 1 << 13,
    Erase = 1 << 14,
    Sweep = 1 << 15,
    Report = 1 << 16,
    GetValue = 1 << 17,
    SetValue = 1 << 18,
    DeleteValue = 1 << 19,
    SetDisabled = 1 << 20,
    GetDisabled = 1 << 21,
    AddAudit = 1 << 22,
    ReadAudit = 1 << 23,
    Open = 1 << 24,

    /// <summary>Everything but the opening.</summary>
    All = Open - 1,
}
