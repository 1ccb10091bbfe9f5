namespace Hooklatch.Inbox;

/// <summary>A page of deliveries, newest first, or oldest first where <see cref="InboxQuery.After"/> is set.</summary>
/// <param name="Deliveries">What was found; it may be empty although there is more.</param>
/// <param name="Next">
/// Where to go on. Newest first: what <see cref="InboxQuery.Before"/> is for the next page; <see langword="null"/> where everything was looked at. Oldest first: the last
/// id that was looked at, also where nothing was found, which is what <see cref="InboxQuery.After"/> is for the next page; <see langword="null"/> where nothing was
/// looked at, because nothing is there yet.
/// </param>
public sealed record InboxPage(IReadOnlyList<InboxSummary> Deliveries, long? Next);
