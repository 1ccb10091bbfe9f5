using Hooklatch.Inbox;

namespace Hooklatch.Postgres.Writing;

/// <summary>
/// Writes what has to wait for a key that somebody's open transaction holds: each alone, so that nothing else waits with it, and few at once, since each takes a
/// connection.
/// </summary>
internal sealed class Patience : IDisposable
{
    /// <summary>How many wait in the database.</summary>
    private const int MaxWriting = 4;

    /// <summary>How many wait in all.</summary>
    private const int MaxWaiting = 1024;

    private readonly SemaphoreSlim _writing = new(MaxWriting);
    private int _waiting;

    /// <param name="isUrgent">Whether it is taken however many wait.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="cancellation">Ends the wait before it is written.</param>
    /// <exception cref="InboxUnavailableException">Too many wait.</exception>
    public async Task<T> RunAsync<T>(bool isUrgent, Func<Task<T>> write, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting && !isUrgent)
            {
                throw new InboxUnavailableException("Too much waits for keys that open transactions hold.");
            }

            await _writing.WaitAsync(cancellation);
            try
            {
                return await write();
            }
            finally
            {
                _writing.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _writing.Dispose();
}
