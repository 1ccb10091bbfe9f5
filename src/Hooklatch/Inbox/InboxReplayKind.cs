namespace Hooklatch.Inbox;

/// <summary>What became of a request to run a delivery once more.</summary>
public enum InboxReplayKind
{
    /// <summary>It is stored as a delivery of its own, and will run.</summary>
    Replayed,

    /// <summary>There is no delivery of the id.</summary>
    NotFound,

    /// <summary>It was handled, or still will be, and was to be replayed only where that is not so.</summary>
    NotNeeded,

    /// <summary>
    /// Its webhook is inline. What its handlers need besides what is kept, such as the request itself, is gone; its sender may send again.
    /// </summary>
    Inline,
}
