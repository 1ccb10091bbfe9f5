using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sqlite.Writing;

/// <summary>
/// The one thread that writes. It takes everything that waits and commits it together, so that one flush of the disk serves all of it.
/// </summary>
/// <remarks>
/// Where an operation of such a group fails, the group is undone and each of it runs alone. Where the disk fails, or anything else that is no operation's
/// own, everything that waits fails, and the database is closed, opened again and tried until it works.
/// </remarks>
internal sealed class Writer : IAsyncDisposable
{
    /// <summary>How many operations wait, at most.</summary>
    public const int MaxQueued = 8192;

    /// <summary>How many bytes wait with them, at most.</summary>
    public const long MaxQueuedBytes = 64L << 20;

    // A larger transaction makes the first in it wait longer for the last.
    private const int MaxGroup = 512;
    private const long MaxGroupBytes = 2L << 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LogPeriod = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Queue<Operation> _queue = [];
    private readonly List<Operation> _group = [];
    private readonly Func<Suspicion, Session> _reopen;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The thread's own.
    private Session? _session;
    private Exception? _failure;
    private Suspicion _suspicion;
    private long _loggedAt;
    private TimeSpan _pause = FirstPause;
    private ITimer? _timer;

    // Guarded by the gate.
    private long _queuedBytes;
    private string? _refusal;
    private bool _isRetryDue;
    private bool _isStopping;
    private bool _isAbandoned;

    /// <param name="session">What it writes with.</param>
    /// <param name="reopen">Opens the database anew after a failure, and throws where it cannot be used yet.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public Writer(Session session, Func<Suspicion, Session> reopen, TimeProvider time, ILogger logger)
    {
        (_session, _reopen, _time, _logger) = (session, reopen, time, logger);
        new Thread(Work) { IsBackground = true, Name = "Hooklatch inbox" }.Start();
    }

    /// <summary>Has something done.</summary>
    /// <exception cref="InboxUnavailableException">The store cannot be used, or too much waits.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> run, CancellationToken cancellation, long bytes = 0, Action<T>? abandoned = null) =>
        RunAsync(new Operation<T>(run, abandoned) { Bytes = bytes }, cancellation);

    /// <inheritdoc cref="RunAsync{T}(Func{Session, T}, CancellationToken, long, Action{T}?)"/>
    public Task<T> RunAsync<T>(Operation<T> operation, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        operation.LeaveWith(cancellation);
        if (TryEnqueue(operation) is { } refusal)
        {
            operation.Fail(new InboxUnavailableException(refusal));
        }

        return operation.Task;
    }

    /// <summary>Does what waits, and ends.</summary>
    public ValueTask DisposeAsync() => StopAsync(isAbandoned: false);

    /// <summary>Ends as a process does that is killed: what is in the write-ahead log stays there.</summary>
    public ValueTask AbandonAsync() => StopAsync(isAbandoned: true);

    private ValueTask StopAsync(bool isAbandoned)
    {
        lock (_gate)
        {
            _isStopping = true;
            _isAbandoned |= isAbandoned;
            _refusal = "The inbox is closed.";
            Monitor.Pulse(_gate);
        }

        return new(_ended.Task);
    }

    /// <summary>Puts an operation into the queue.</summary>
    /// <returns>Why not; <see langword="null"/> where it is in it.</returns>
    private string? TryEnqueue(Operation operation)
    {
        lock (_gate)
        {
            if (_refusal is not null)
            {
                return _refusal;
            }

            // One that is larger than all that may wait is let in where nothing else does.
            var isFull = _queue.Count >= MaxQueued || (_queue.Count > 0 && _queuedBytes + operation.Bytes > MaxQueuedBytes);
            if (isFull && !operation.IsUrgent)
            {
                return "Too much waits to be written to the inbox.";
            }

            _queue.Enqueue(operation);
            _queuedBytes += operation.Bytes;
            if (_queue.Count == 1)
            {
                Monitor.Pulse(_gate);
            }

            return null;
        }
    }

    private void Work()
    {
        try
        {
            while (TakeGroup())
            {
                if (_failure is not null)
                {
                    Reopen();
                }
                else
                {
                    Write(_group);
                    _group.Clear();
                }
            }

            Close();
            _ended.TrySetResult();
        }
        catch (Exception error)
        {
            WriterLog.Ended(_logger, error);
            Refuse($"The inbox has ended: {error.Message}");
            FailAll(_group, error.Message);
            CloseSession(keepLog: true);
            _ended.TrySetException(error);
        }
    }

    /// <summary>Waits until there is something to do.</summary>
    /// <returns>Whether there is; not where the writer is to end.</returns>
    private bool TakeGroup()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_isStopping && (_queue.Count == 0 || _isAbandoned || _failure is not null))
                {
                    return false;
                }

                if (_failure is not null ? _isRetryDue : _queue.Count > 0)
                {
                    break;
                }

                Monitor.Wait(_gate);
            }

            _isRetryDue = false;
            var bytes = 0L;
            while (_queue.TryPeek(out var next) && FitsGroup(next, bytes))
            {
                _group.Add(_queue.Dequeue());
                bytes += next.Bytes;
            }

            _queuedBytes -= bytes;
            return true;
        }
    }

    private bool FitsGroup(Operation next, long bytes) =>
        _group.Count == 0 || (!next.IsAlone && !_group[0].IsAlone && _group.Count < MaxGroup && bytes + next.Bytes <= MaxGroupBytes);

    private void Write(List<Operation> group)
    {
        // Nobody waits for them any more.
        group.RemoveAll(operation => operation.IsLeft && !operation.TryBegin());
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            var isAlone = group[0].IsAlone;
            if (TryStart(isAlone) is { } refusal)
            {
                FailAll(group, refusal);
            }
            else if (TryRun(group, isAlone) is not { } error)
            {
                _session!.Committed();
                group.ForEach(operation => operation.Complete());
            }
            else if (group.Count == 1)
            {
                group[0].Fail(error is SqliteException ? new InboxUnavailableException(error.Message, error) : error);
            }
            else
            {
                group.ForEach(operation => Write([operation]));
            }
        }
        catch (Exception error)
        {
            Break(group, error);
        }
    }

    /// <summary>Begins the transaction of a group.</summary>
    /// <returns>Why none of it can be run now.</returns>
    private string? TryStart(bool isAlone)
    {
        // One of the group before may have broken it.
        if (_failure is { } broken)
        {
            return $"The inbox cannot be written: {broken.Message}";
        }

        try
        {
            if (!isAlone)
            {
                _session!.Begin();
            }

            return null;
        }
        catch (SqliteException error) when (!error.BreaksConnection)
        {
            // Whoever holds the lock had all of the timeout to let it go, and each of the group alone would wait for as long again.
            return error.Message;
        }
    }

    /// <summary>Runs operations in one transaction.</summary>
    /// <returns>What one of them threw; then nothing is changed.</returns>
    /// <exception cref="Exception">The connection is not to be trusted any more.</exception>
    private Exception? TryRun(List<Operation> group, bool isAlone)
    {
        var session = _session!;
        try
        {
            for (var index = 0; index < group.Count; )
            {
                // Until it is its turn, the caller may leave at once.
                if (group[index].TryBegin())
                {
                    group[index++].Run(session);
                }
                else
                {
                    group.RemoveAt(index);
                }
            }

            if (!isAlone)
            {
                session.Commit();
            }

            return null;
        }
        catch (SqliteException error) when (error.BreaksConnection)
        {
            throw;
        }
        catch (Exception error)
        {
            session.Undo();
            return error;
        }
    }

    /// <summary>Stops taking anything, and plans the next try.</summary>
    private void Break(List<Operation> group, Exception error)
    {
        _failure = error;
        _suspicion = Suspicion.None.With(error);
        _pause = FirstPause;
        var refusal = $"The inbox cannot be written: {error.Message}";
        WriterLog.Broken(_logger, error.Message, error);
        _loggedAt = _time.GetTimestamp();
        Refuse(refusal);
        FailAll(group, refusal);
        CloseSession(keepLog: false);
        PlanRetry();
    }

    private void Reopen()
    {
        try
        {
            _session = _reopen(_suspicion);
            _failure = null;
            WriterLog.Mended(_logger);
            lock (_gate)
            {
                _refusal = _isStopping ? _refusal : null;
            }
        }
        catch (Exception error)
        {
            // A try may fail by something worse than what began it, and both have to be healed.
            _suspicion = _suspicion.With(error);
            if (_time.GetElapsedTime(_loggedAt) >= LogPeriod)
            {
                _loggedAt = _time.GetTimestamp();
                WriterLog.StillBroken(_logger, error.Message, error);
            }

            Refuse($"The inbox cannot be written: {error.Message}");
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            PlanRetry();
        }
    }

    private void PlanRetry()
    {
        _timer?.Dispose();
        _timer = _time.CreateTimer(static state => ((Writer)state!).RetryNow(), this, _pause, Timeout.InfiniteTimeSpan);
    }

    private void RetryNow()
    {
        lock (_gate)
        {
            _isRetryDue = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Refuses everything from now on, and fails what waits.</summary>
    private void Refuse(string refusal)
    {
        List<Operation> waiting;
        lock (_gate)
        {
            _refusal = _isStopping ? _refusal : refusal;
            waiting = [.. _queue];
            _queue.Clear();
            _queuedBytes = 0;
        }

        FailAll(waiting, refusal);
    }

    private void Close()
    {
        _timer?.Dispose();
        Refuse("The inbox is closed.");
        CloseSession(_isAbandoned);
    }

    private void CloseSession(bool keepLog)
    {
        try
        {
            _session?.Close(keepLog);
        }
        catch (Exception error)
        {
            WriterLog.NotClosed(_logger, error.Message);
        }

        _session = null;
    }

    private static void FailAll(List<Operation> operations, string message) =>
        operations.ForEach(operation => operation.Fail(new InboxUnavailableException(message)));
}
