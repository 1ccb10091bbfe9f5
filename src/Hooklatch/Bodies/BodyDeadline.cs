using System.IO.Pipelines;

namespace Hooklatch.Bodies;

/// <summary>
/// Ends the pending read of a body that does not arrive in its time. It is created with the first read that has to wait,
/// so that a body that is already there costs no timer.
/// </summary>
internal sealed class BodyDeadline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PipeReader _reader;
    private readonly BodyLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly ITimer _timer;
    private long _bytes;
    private bool _disposed;

    public BodyDeadline(PipeReader reader, BodyLimits limits, TimeProvider time, long? declaredLength)
    {
        (_reader, _limits, _time, _bytes) = (reader, limits, time, declaredLength ?? 0);
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(
            static deadline => ((BodyDeadline)deadline!).Check(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Arm(Remaining);
    }

    /// <summary>Whether the read was ended. It stays so, even if the bytes that came with the end would have earned more time.</summary>
    public bool HasPassed { get; private set; }

    private TimeSpan Remaining => _limits.TimeFor(Volatile.Read(ref _bytes)) - _time.GetElapsedTime(_started);

    /// <summary>Reads on, under a deadline that starts with the first read that has to wait.</summary>
    public static ValueTask<ReadResult> ReadAsync(
        ref BodyDeadline? deadline,
        PipeReader reader,
        BodyLimits limits,
        TimeProvider time,
        long? declaredLength,
        CancellationToken cancellation
    )
    {
        var read = reader.ReadAsync(cancellation);
        if (!read.IsCompleted)
        {
            deadline ??= new BodyDeadline(reader, limits, time, declaredLength);
        }

        return read;
    }

    /// <summary>Ends the read that waits, if there is one.</summary>
    public static void CancelRead(PipeReader reader)
    {
        try
        {
            reader.CancelPendingRead();
        }
        catch (Exception error) when (error is InvalidOperationException or OperationCanceledException or IOException)
        {
            // Kestrel rejects once the connection is gone; the read then fails by itself. A timer callback must not throw.
        }
    }

    /// <summary>Arriving bytes earn time only beyond the declared length. The timer finds out when it fires: no re-arming per read.</summary>
    public void Extend(long received) => Volatile.Write(ref _bytes, Math.Max(received, Volatile.Read(ref _bytes)));

    public void Dispose()
    {
        // The server may reuse its reader as soon as the request is over: no callback may touch it after this.
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
    }

    private void Check()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            if (Remaining is var remaining && remaining > TimeSpan.Zero)
            {
                Arm(remaining);
                return;
            }

            HasPassed = true;
            CancelRead(_reader);
        }
    }

    // Timers drop fractions of a millisecond: one that fires too early would only be armed again, and again.
    private void Arm(TimeSpan remaining) =>
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, remaining.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
}
