namespace Hooklatch.Inbox;

/// <summary>What a host can run now.</summary>
/// <param name="Shares">The endpoints that it serves and has room for. Of each, the oldest deliveries are claimed first, and none takes another's share.</param>
/// <param name="Max">
/// The most deliveries, over all of them. Where it is less than there is to claim, it is dealt in turn: one to each share in their order, then a second one.
/// </param>
public sealed record InboxClaim(IReadOnlyList<InboxShare> Shares, int Max)
{
    /// <summary>
    /// Claims suspects instead of what is ready: the oldest one of the shares, and none while another one of the store is leased.
    /// </summary>
    public bool OnlySuspect { get; init; }
}
