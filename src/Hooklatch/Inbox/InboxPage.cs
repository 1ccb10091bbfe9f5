namespace Hooklatch.Inbox;

/// <summary>A page of deliveries, newest first.</summary>
/// <param name="Deliveries">What was found; it may be empty although there is more.</param>
/// <param name="Next">Where to go on (<see cref="InboxQuery.Before"/>); <see langword="null"/> where everything was looked at.</param>
public sealed record InboxPage(IReadOnlyList<InboxSummary> Deliveries, long? Next);
