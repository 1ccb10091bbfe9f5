using System.Collections.Concurrent;
using Hooklatch.Deliveries;

namespace Hooklatch.Telemetry;

/// <summary>
/// Which ends are written that a stranger can bring about at will. Of those alike, of one endpoint, for one reason and with one status, the first few
/// are; the rest are counted until they cease for as long as one count takes. There are as many counts as endpoints, reasons and
/// statuses, whatever senders do.
/// </summary>
/// <param name="time">The host's clock.</param>
/// <param name="write">Writes how many were left out, with the last of them.</param>
internal sealed class DeliveryLogThrottle(TimeProvider time, Action<string, string, DeliveryEnd, long> write) : IDisposable
{
    /// <summary>How many are written before the rest are counted.</summary>
    public const int First = 5;

    /// <summary>How often a count is written.</summary>
    public const int Seconds = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(Seconds);

    private readonly ConcurrentDictionary<(string Plugin, string Endpoint, string? Reason, int Status), Count> _counts = new();

    public bool ShouldLog(string plugin, string endpoint, in DeliveryEnd end) =>
        _counts
            .GetOrAdd((plugin, endpoint, end.Reason, end.Status), static (key, ends) => new Count(ends, key.Plugin, key.Endpoint), this)
            .ShouldLog(end);

    /// <summary>Writes what was counted so far.</summary>
    public void Dispose()
    {
        foreach (var count in _counts.Values)
        {
            count.Dispose();
        }
    }

    private long Now => time.GetTimestamp();

    private TimeSpan Since(long began) => time.GetElapsedTime(began);

    /// <summary>It belongs to no request, so that its lines carry nothing of the one that began it.</summary>
    private ITimer CreateTimer(TimerCallback callback, object state)
    {
        using var apart = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Write(string plugin, string endpoint, in DeliveryEnd last, long leftOut)
    {
        try
        {
            write(plugin, endpoint, last, leftOut);
        }
#pragma warning disable CA1031 // On a thread of the pool, what the host's own logger throws would end the process.
        catch (Exception)
#pragma warning restore CA1031
        {
            // A logger that fails cannot be told of it.
        }
    }

    private sealed class Count(DeliveryLogThrottle ends, string plugin, string endpoint) : IDisposable
    {
        private readonly Lock _lock = new();
        private long _began = ends.Now;
        private int _written;
        private long _leftOut;
        private DeliveryEnd _last;
        private ITimer? _timer;
        private bool _ended;

        public bool ShouldLog(in DeliveryEnd end)
        {
            lock (_lock)
            {
                if (_leftOut == 0 && ends.Since(_began) >= Interval)
                {
                    (_began, _written) = (ends.Now, 0);
                }

                if (_written < First || _ended)
                {
                    _written++;
                    return true;
                }

                _last = end;
                if (_leftOut++ == 0)
                {
                    _timer ??= ends.CreateTimer(static count => ((Count)count!).Flush(), this);
                    _timer.Change(Interval, Timeout.InfiniteTimeSpan);
                }

                return false;
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _ended = true;
                _timer?.Dispose();
            }

            Flush();
        }

        private void Flush()
        {
            DeliveryEnd last;
            long leftOut;
            lock (_lock)
            {
                (last, leftOut, _leftOut, _began) = (_last, _leftOut, 0, ends.Now);
            }

            if (leftOut > 0)
            {
                ends.Write(plugin, endpoint, last, leftOut);
            }
        }
    }
}
