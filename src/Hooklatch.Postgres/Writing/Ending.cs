using Hooklatch.Inbox;

namespace Hooklatch.Postgres.Writing;

/// <summary>A claim that ends.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Token">The claim's token.</param>
/// <param name="Result">How.</param>
/// <param name="Delay">When it is tried again, in ticks from now: what the clocks of the host and of the database say may differ.</param>
internal sealed record Ending(long Id, long Token, InboxResult Result, long Delay)
{
    public static Ending Of(InboxWork work, InboxResult result, TimeProvider time) =>
        new(work.Id, work.Token, result, result.State == InboxState.Delayed ? Math.Max(0, (result.DueAt - time.GetUtcNow()).Ticks) : 0);
}
