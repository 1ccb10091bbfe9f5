namespace Hooklatch.Inbox;

/// <summary>What became of a delivery that was to be accepted. All of it is on stable storage when this is returned.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">Its id, or the id of the delivery that it is a copy of; 0 where it was not accepted.</param>
/// <param name="Work">The claim, where one was asked for and nothing has to run before it.</param>
public readonly record struct InboxAcceptance(InboxAcceptanceKind Kind, long Id, InboxWork? Work = null);
