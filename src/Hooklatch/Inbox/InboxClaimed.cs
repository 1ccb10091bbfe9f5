namespace Hooklatch.Inbox;

/// <summary>What a host has got to run.</summary>
/// <param name="Work">The claims, by <see cref="InboxItem.RanksAt"/> and id within an endpoint.</param>
/// <param name="NextDueAt">When the next delayed delivery of the store is due; <see langword="null"/> where there is none.</param>
/// <param name="HasSuspects">Whether a suspect of the endpoints that were asked for, and are not paused, waits to be claimed.</param>
public sealed record InboxClaimed(IReadOnlyList<InboxWork> Work, DateTimeOffset? NextDueAt, bool HasSuspects);
