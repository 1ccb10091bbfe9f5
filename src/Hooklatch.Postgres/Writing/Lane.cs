using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;

namespace Hooklatch.Postgres.Writing;

/// <summary>Writes what waits together, one group after the other: one round trip and one flush of the server's disk serve all of it.</summary>
/// <param name="write">Writes a group, and returns the result of each in their order.</param>
internal sealed class Lane<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> write) : IAsyncDisposable
{
    /// <summary>How many wait, at most.</summary>
    private const int MaxQueued = 8192;

    /// <summary>How many bytes wait with them, at most.</summary>
    private const long MaxQueuedBytes = 64L << 20;

    // A larger transaction makes the first in it wait longer for the last.
    private const int MaxGroup = 512;
    private const long MaxGroupBytes = 2L << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _queue = [];
    private Task _running = Task.CompletedTask;
    private long _queuedBytes;
    private bool _isRunning;
    private bool _isClosed;

    /// <summary>Has something written.</summary>
    /// <param name="item">What.</param>
    /// <param name="bytes">How many bytes wait with it.</param>
    /// <param name="isUrgent">Whether it is taken however much waits.</param>
    /// <param name="cancellation">Takes it out of the queue; what is being written is waited for, since its bytes are read.</param>
    /// <exception cref="InboxUnavailableException">It was not written, or nobody knows; or too much waits.</exception>
    public async Task<TResult> WriteAsync(TItem item, long bytes, bool isUrgent, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var entry = new Entry(item, bytes);
        lock (_lock)
        {
            if (_isClosed)
            {
                throw new InboxUnavailableException("The inbox is closed.");
            }

            // One that is larger than all that may wait is let in where nothing else does.
            if (!isUrgent && (_queue.Count >= MaxQueued || (_queue.Count > 0 && _queuedBytes + bytes > MaxQueuedBytes)))
            {
                throw new InboxUnavailableException("Too much waits to be written to the inbox.");
            }

            entry.Node = _queue.AddLast(entry);
            _queuedBytes += bytes;
            if (!_isRunning)
            {
                _isRunning = true;
                _running = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        await using var leaving = cancellation.UnsafeRegister(_ => Withdraw(entry, cancellation), null);
        return await entry.Done.Task;
    }

    /// <summary>Writes what waits, and takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        Task running;
        lock (_lock)
        {
            _isClosed = true;
            running = _running;
        }

        await running;
    }

    private void Withdraw(Entry entry, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (entry.Node is not { } node)
            {
                return;
            }

            _queue.Remove(node);
            _queuedBytes -= entry.Bytes;
            entry.Node = null;
        }

        entry.Done.TrySetCanceled(cancellation);
    }

    private async Task RunAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
        {
            await WriteAsync(group);
        }
    }

    private List<Entry> TakeGroup()
    {
        lock (_lock)
        {
            var group = new List<Entry>();
            var bytes = 0L;
            while (
                _queue.First is { Value: var next } && (group.Count == 0 || (group.Count < MaxGroup && bytes + next.Bytes <= MaxGroupBytes))
            )
            {
                _queue.RemoveFirst();
                next.Node = null;
                bytes += next.Bytes;
                group.Add(next);
            }

            _queuedBytes -= bytes;
            _isRunning = group.Count > 0;
            return group;
        }
    }

    private async Task WriteAsync(List<Entry> group)
    {
        try
        {
            var results = await write(group.ConvertAll(entry => entry.Item));
            for (var index = 0; index < group.Count; index++)
            {
                group[index].Done.TrySetResult(results[index]);
            }
        }
        catch (Exception error) when (group.Count > 1 && Failures.IsOfOne(error.InnerException ?? error))
        {
            // Nothing of the group was written, and one of it is to blame.
            foreach (var entry in group)
            {
                await WriteAsync([entry]);
            }
        }
        catch (Exception error)
        {
            group.ForEach(entry => entry.Done.TrySetException(error));
        }
    }

    private sealed class Entry(TItem item, long bytes)
    {
        public TItem Item => item;

        public long Bytes => bytes;

        /// <summary>Its place in the queue; <see langword="null"/> once it has left that.</summary>
        public LinkedListNode<Entry>? Node { get; set; }

        public TaskCompletionSource<TResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
