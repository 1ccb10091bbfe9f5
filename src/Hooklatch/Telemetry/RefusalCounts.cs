using System.Collections.Concurrent;
using Hooklatch.Deliveries;

namespace Hooklatch.Telemetry;

/// <summary>
/// Which refusals are written. Of those alike, of one endpoint and for one reason, the first few are; the rest are counted until they cease for
/// as long as one count takes. There are as many counts as endpoints and reasons, whatever senders do.
/// </summary>
/// <param name="time">The host's clock.</param>
/// <param name="write">Writes how many were left out, with the last of them.</param>
internal sealed class RefusalCounts(TimeProvider time, Action<string, string, DeliveryEnd, long> write) : IDisposable
{
    /// <summary>How many are written before the rest are counted.</summary>
    public const int First = 5;

    /// <summary>How often a count is written.</summary>
    public const int Seconds = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(Seconds);

    private readonly ConcurrentDictionary<(string Plugin, string Endpoint, string? Reason), Count> _counts = new();

    public bool IsToBeWritten(string plugin, string endpoint, in DeliveryEnd refusal) =>
        _counts
            .GetOrAdd((plugin, endpoint, refusal.Reason), static (key, counts) => new Count(counts, key.Plugin, key.Endpoint), this)
            .IsToBeWritten(refusal);

    public void Dispose()
    {
        foreach (var count in _counts.Values)
        {
            count.Dispose();
        }
    }

    private sealed class Count(RefusalCounts counts, string plugin, string endpoint) : IDisposable
    {
        private readonly Lock _lock = new();
        private long _began = counts.Now;
        private int _written;
        private long _leftOut;
        private DeliveryEnd _last;
        private ITimer? _timer;

        public bool IsToBeWritten(in DeliveryEnd refusal)
        {
            lock (_lock)
            {
                if (_leftOut == 0 && counts.Since(_began) >= Interval)
                {
                    (_began, _written) = (counts.Now, 0);
                }

                if (_written < First)
                {
                    _written++;
                    return true;
                }

                _last = refusal;
                if (_leftOut++ == 0)
                {
                    _timer ??= counts.CreateTimer(static count => ((Count)count!).Flush(), this);
                    _timer.Change(Interval, Timeout.InfiniteTimeSpan);
                }

                return false;
            }
        }

        public void Dispose() => _timer?.Dispose();

        private void Flush()
        {
            DeliveryEnd last;
            long leftOut;
            lock (_lock)
            {
                (last, leftOut, _leftOut, _began) = (_last, _leftOut, 0, counts.Now);
            }

            counts.Write(plugin, endpoint, last, leftOut);
        }
    }

    private long Now => time.GetTimestamp();

    private TimeSpan Since(long began) => time.GetElapsedTime(began);

    private ITimer CreateTimer(TimerCallback callback, object state) =>
        time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void Write(string plugin, string endpoint, in DeliveryEnd last, long leftOut) => write(plugin, endpoint, last, leftOut);
}
