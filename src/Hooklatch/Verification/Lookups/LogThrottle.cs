namespace Hooklatch.Verification.Lookups;

/// <summary>Lets a failure be logged once a minute, and counts those that are not.</summary>
internal sealed class LogThrottle
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long? _last;
    private int _since;

    /// <summary>Whether to log this failure.</summary>
    /// <param name="time">The host's clock.</param>
    /// <param name="since">How many were not logged since the last that was.</param>
    public bool ShouldLog(TimeProvider time, out int since)
    {
        lock (_lock)
        {
            since = _since;
            if (_last is { } last && time.GetElapsedTime(last) < Interval)
            {
                _since++;
                return false;
            }

            (_last, _since) = (time.GetTimestamp(), 0);
            return true;
        }
    }
}
