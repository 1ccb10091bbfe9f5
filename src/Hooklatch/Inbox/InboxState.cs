namespace Hooklatch.Inbox;

/// <summary>
/// Where the work of a delivery stands. The states up to <see cref="Suspect"/> are left without anybody's help, and each is selected by exactly one sweep;
/// the others stay until a person does something.
/// </summary>
public enum InboxState
{
    /// <summary>To be run: claimed by whoever serves the endpoint and has room. Held there while the endpoint is paused or its plugin is not served.</summary>
    Ready,

    /// <summary>Claimed: it runs, or is about to. Left by its end, or by the death of the process that claimed it.</summary>
    Leased,

    /// <summary>To be run at a time. Made ready when that has come.</summary>
    Delayed,

    /// <summary>Behind an earlier delivery of the same key. Made ready when that one has ended.</summary>
    Waiting,

    /// <summary>
    /// It was running when the process died. Claimed one at a time, while nothing else runs, so that the one that kills the process is found.
    /// </summary>
    Suspect,

    /// <summary>It was handled.</summary>
    Done,

    /// <summary>It failed too often, or in a way that another try does not repair. It waits for a person.</summary>
    Dead,

    /// <summary>The process died three times while it ran alone. It waits for a person.</summary>
    Quarantined,

    /// <summary>A person has put it aside: it does not run, and a copy of it does not either.</summary>
    Dismissed,
}
