namespace Hooklatch.Inbox;

/// <summary>Everything that is known of one delivery.</summary>
/// <param name="Summary">What a list says of it.</param>
/// <param name="Item">What was kept of it.</param>
/// <param name="Attempts">Its tries that ended, oldest first.</param>
public sealed record InboxRecord(InboxSummary Summary, InboxItem Item, IReadOnlyList<InboxAttempt> Attempts);
