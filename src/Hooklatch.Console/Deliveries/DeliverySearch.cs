using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>Looks for deliveries in the store.</summary>
/// <param name="inbox">The store.</param>
internal sealed class DeliverySearch(IInboxOperations inbox)
{
    /// <summary>A page of what a filter finds, newest first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Where the page before ended.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellation">Ends the search.</param>
    public ValueTask<InboxPage> PageAsync(DeliveryFilter filter, long? before, int size, CancellationToken cancellation) =>
        inbox.SearchAsync(FilterReader.ToQuery(filter) with { Before = before, Size = size }, cancellation);

    /// <summary>What a list says of one delivery; <see langword="null"/> where there is none of the id. It reads nothing that may be damaged or sealed.</summary>
    public async ValueTask<InboxSummary?> FindAsync(long id, CancellationToken cancellation)
    {
        var query = new InboxQuery { Before = id == long.MaxValue ? null : id + 1, Size = 1 };
        return (await inbox.SearchAsync(query, cancellation)).Deliveries is [var found] && found.Id == id ? found : null;
    }

    /// <summary>A page of what came after an id, oldest first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">The last id that was looked at.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellation">Ends the search.</param>
    public ValueTask<InboxPage> AfterAsync(DeliveryFilter filter, long after, int size, CancellationToken cancellation) =>
        inbox.SearchAsync(FilterReader.ToQuery(filter) with { After = after, Size = size }, cancellation);
}
