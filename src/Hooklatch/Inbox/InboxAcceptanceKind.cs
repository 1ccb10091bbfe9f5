namespace Hooklatch.Inbox;

/// <summary>What became of a delivery that was to be accepted.</summary>
public enum InboxAcceptanceKind
{
    /// <summary>It is stored and will run.</summary>
    Accepted,

    /// <summary>It is a copy of one that runs, ran, will run or was dismissed: nothing was stored.</summary>
    Duplicate,

    /// <summary>It is a copy of one that was dead or quarantined: that one will run again, with its attempts and crashes counted anew.</summary>
    Requeued,

    /// <summary>There is no room: nothing was stored.</summary>
    Full,
}
