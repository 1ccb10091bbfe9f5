using Hooklatch.Console.Deliveries;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Live;

/// <summary>Looks at the newest of what a filter finds, and compares it with what was there a moment ago.</summary>
/// <param name="filter">What is looked for.</param>
/// <param name="inbox">The store; <see langword="null"/> where the host has none.</param>
/// <param name="refusals">What the host refused; <see langword="null"/> where it serves nothing.</param>
internal sealed class LiveLook(DeliveryFilter filter, IInboxOperations? inbox, IRefusalLog? refusals)
{
    /// <summary>How many deliveries are looked at: what is older changes on a page that is loaded anew.</summary>
    private const int MaxRows = 200;

    private const int MaxRefusals = 100;

    private Dictionary<long, InboxSummary>? _known;
    private long? _lastRefusal;

    /// <summary>Looks once more. The first look finds nothing new.</summary>
    public async ValueTask<LiveBatch> NextAsync(CancellationToken cancellation)
    {
        var newRefusals = Refusals();
        var (rows, isChanged) = inbox is null ? ([], false) : await RowsAsync(new DeliverySearch(inbox), cancellation);
        return new LiveBatch(DeliveryRows.Of(rows), newRefusals, isChanged || newRefusals.Count > 0);
    }

    private async ValueTask<(List<InboxSummary> Rows, bool IsChanged)> RowsAsync(DeliverySearch search, CancellationToken cancellation)
    {
        List<InboxSummary> found;
        try
        {
            found = [.. (await search.PageAsync(filter, null, MaxRows, cancellation)).Deliveries];
        }
        catch (Exception error) when (error is InboxUnavailableException or InvalidDataException)
        {
            // Whoever looks is told to load anew once the store is back.
            var wasKnown = _known is not null;
            _known = _known is null ? null : [];
            return ([], wasKnown);
        }

        var known = _known;
        _known = found.ToDictionary(row => row.Id);
        if (known is null)
        {
            return ([], false);
        }

        var changed = found.FindAll(row => !known.TryGetValue(row.Id, out var before) || before != row);
        var oldest = found.Count > 0 ? found[^1].Id : 0;
        var hasLeft = known.Keys.Any(id => id >= oldest && !_known.ContainsKey(id));
        return (changed, changed.Count > 0 || hasLeft);
    }

    private IReadOnlyList<RefusalRow> Refusals()
    {
        // Nobody refuses a job.
        if (refusals is null || filter.Jobs is true)
        {
            return [];
        }

        var newest = refusals.Read(filter.Plugin, filter.Endpoint, null, MaxRefusals);
        var last = _lastRefusal;
        _lastRefusal = newest.Count > 0 ? Math.Max(newest[0].Id, last ?? 0) : last ?? 0;
        return last is null ? [] : RefusalRows.Of(newest.Where(refused => refused.Id > last));
    }
}
