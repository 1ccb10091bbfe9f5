using Hooklatch.Inbox;

namespace Hooklatch.Postgres.Writing;

/// <summary>A claim that ends.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Token">The claim's token.</param>
/// <param name="Result">How.</param>
internal sealed record Ending(long Id, long Token, InboxResult Result);
