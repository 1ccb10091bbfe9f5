namespace Hooklatch.Inbox;

/// <summary>Everything that is known of one delivery.</summary>
/// <param name="Summary">What a list says of it.</param>
/// <param name="Item">What was kept of it.</param>
/// <param name="Attempts">Its tries that ended, oldest first.</param>
public sealed record InboxRecord(InboxSummary Summary, InboxItem Item, IReadOnlyList<InboxAttempt> Attempts)
{
    /// <summary>What its handler has reported last, or given back when it was done; <see langword="null"/> where it did neither.</summary>
    public ReadOnlyMemory<byte>? Report { get; init; }
}
