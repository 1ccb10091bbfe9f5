using Hooklatch.Inbox;

namespace Hooklatch.Postgres.Writing;

/// <summary>A delivery that is to be stored.</summary>
/// <param name="Item">What was received.</param>
/// <param name="Endpoint">The endpoint's number.</param>
/// <param name="Claim">Whether it may be claimed at once.</param>
internal sealed record Offer(InboxItem Item, int Endpoint, bool Claim);
