namespace Hooklatch.Inbox;

/// <summary>What a host can run now.</summary>
/// <param name="Shares">The endpoints that it serves and has room for. Of each, the oldest deliveries are claimed first, and none takes another's share.</param>
/// <param name="Max">The most deliveries, over all of them.</param>
public sealed record InboxClaim(IReadOnlyList<InboxShare> Shares, int Max)
{
    /// <summary>
    /// Claims suspects instead of what is ready: at most one of them over the whole store, and none while another one is leased.
    /// </summary>
    public bool OnlySuspect { get; init; }
}
