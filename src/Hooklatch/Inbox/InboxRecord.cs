namespace Hooklatch.Inbox;

/// <summary>Everything that is known of one delivery.</summary>
/// <param name="Summary">What a list says of it.</param>
/// <param name="Item">What was kept of it.</param>
/// <param name="Attempts">Its tries that ended, oldest first.</param>
public sealed record InboxRecord(InboxSummary Summary, InboxItem Item, IReadOnlyList<InboxAttempt> Attempts)
{
    /// <summary>What its handler has reported last, or given back when it was done; <see langword="null"/> where it did neither.</summary>
    public ReadOnlyMemory<byte>? Report { get; init; }

    /// <summary>
    /// What had verified it; <see langword="null"/> where its webhook is not one of this host. <see cref="IInboxOperations"/> says it, a store does not.
    /// </summary>
    public InboxVerification? Verification { get; init; }

    /// <summary>
    /// Whether it was handled while its sender waited, and is kept to be looked at. <see cref="IInboxOperations"/> says it, a store does not.
    /// </summary>
    public bool IsInline { get; init; }
}
