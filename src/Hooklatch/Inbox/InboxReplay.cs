namespace Hooklatch.Inbox;

/// <summary>What became of a request to run a delivery once more.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">The id of the new delivery, where there is one.</param>
/// <param name="Verification">What had verified the delivery when it came in; <see langword="null"/> where there is none of the id, or nothing is known.</param>
public sealed record InboxReplay(InboxReplayKind Kind, long? Id = null, InboxVerification? Verification = null);
