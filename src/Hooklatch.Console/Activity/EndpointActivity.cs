using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Console.Activity;

/// <summary>
/// What came to one endpoint during the last hour: a row of counters for each minute. A row is used again an hour later. It is 60 rows of 122 counters of 4 bytes:
/// 29,280 bytes, once the first delivery has come, however many follow.
/// </summary>
internal sealed class EndpointActivity(ReasonNames reasons)
{
    /// <summary>How many steps are kept.</summary>
    public const int Steps = 60;

    /// <summary>How long a step is.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The outcomes, then the reasons, then the times.</summary>
    public const int Outcomes = (int)DeliveryOutcome.Abandoned + 1;

    private const int ReasonsAt = Outcomes;
    private const int TimesAt = ReasonsAt + ReasonNames.Count;
    private const int Columns = TimesAt + LatencyScale.Count;

    private readonly Lock _lock = new();
    private readonly long[] _minutes = new long[Steps];
    private int[]? _counts;
    private long _lastTicks;

    /// <summary>When the last one came; <see langword="null"/> for never.</summary>
    public DateTimeOffset? LastAt =>
        Interlocked.Read(ref _lastTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Counts a delivery, without a lock but for the first of a minute.</summary>
    public void Count(DateTimeOffset receivedAt, in DeliveryEnd end)
    {
        var endedAt = receivedAt.UtcTicks + end.Elapsed.Ticks;
        var minute = endedAt / TimeSpan.TicksPerMinute;
        var row = (int)(minute % Steps);
        var counts = Volatile.Read(ref _counts) is { } known && Volatile.Read(ref _minutes[row]) == minute ? known : Begin(row, minute);
        row *= Columns;
        Interlocked.Increment(ref counts[row + (int)end.Outcome]);
        Interlocked.Increment(ref counts[row + TimesAt + LatencyScale.Of(end.Elapsed)]);
        if (end.Outcome is DeliveryOutcome.Rejected or DeliveryOutcome.Failed or DeliveryOutcome.Abandoned && end.Reason is { } reason)
        {
            Interlocked.Increment(ref counts[row + ReasonsAt + reasons.Of(reason)]);
        }

        Volatile.Write(ref _lastTicks, receivedAt.UtcTicks);
    }

    /// <summary>Adds what is kept of the hour up to a minute.</summary>
    public void AddTo(ActivitySum sum, long lastMinute)
    {
        if (Volatile.Read(ref _counts) is not { } counts)
        {
            return;
        }

        for (var step = 0; step < Steps; step++)
        {
            var minute = lastMinute - Steps + 1 + step;
            var row = (int)(minute % Steps);
            if (minute < 0 || Volatile.Read(ref _minutes[row]) != minute)
            {
                continue;
            }

            var cells = counts.AsSpan(row * Columns, Columns);
            sum.Add(step, cells[..Outcomes], cells[ReasonsAt..TimesAt], cells[TimesAt..]);
        }
    }

    private int[] Begin(int row, long minute)
    {
        lock (_lock)
        {
            var counts = _counts ?? new int[Steps * Columns];
            if (_minutes[row] != minute)
            {
                counts.AsSpan(row * Columns, Columns).Clear();
                Volatile.Write(ref _minutes[row], minute);
            }

            Volatile.Write(ref _counts, counts);
            return counts;
        }
    }
}
