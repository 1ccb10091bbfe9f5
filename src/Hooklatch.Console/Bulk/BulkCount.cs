using Hooklatch.Console.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Bulk;

/// <summary>Counts what an action would act on, page by page and within bounds.</summary>
internal static class BulkCount
{
    /// <summary>How many are counted; then it is said that there are more.</summary>
    public const int Max = 100_000;

    public const int PageSize = 500;

    /// <summary>How many pages are read: one may be empty where few of very many rows satisfy a filter.</summary>
    private const int MaxPages = 2000;

    private const int MaxExamples = 10;

    /// <summary>Counts.</summary>
    /// <param name="search">The store.</param>
    /// <param name="request">What is to be done.</param>
    /// <param name="max">How many are counted.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async ValueTask<BulkPreview> CountAsync(
        DeliverySearch search,
        BulkRequest request,
        long max,
        CancellationToken cancellation
    )
    {
        var (count, before, pages) = (0L, default(long?), 0);
        var examples = new List<InboxSummary>(MaxExamples);
        do
        {
            var page = await search.PageAsync(request.Filter, before, PageSize, cancellation);
            foreach (var delivery in page.Deliveries.Where(delivery => BulkActions.Allows(request.Action, delivery)))
            {
                if (count == max)
                {
                    return Of(count, isMore: true, examples);
                }

                count++;
                if (examples.Count < MaxExamples)
                {
                    examples.Add(delivery);
                }
            }

            before = page.Next;
        } while (before is not null && ++pages < MaxPages);

        return Of(count, before is not null, examples);
    }

    private static BulkPreview Of(long count, bool isMore, List<InboxSummary> examples) =>
        new()
        {
            Count = count,
            IsMore = isMore,
            Examples = DeliveryRows.Of(examples),
        };
}
