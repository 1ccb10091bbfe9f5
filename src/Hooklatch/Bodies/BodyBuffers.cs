namespace Hooklatch.Bodies;

/// <summary>
/// What the buffers around one body hold of its endpoint's share. Its end gives back whatever is still held: an author who leaves an upload
/// in the middle keeps nothing of the budget.
/// </summary>
internal sealed class BodyBuffers(BodyBudget.Share? share) : IDisposable
{
    private readonly Lock _lock = new();
    private long _held;
    private bool _ended;

    /// <exception cref="ObjectDisposedException">The delivery has ended.</exception>
    public bool TryTake(int bytes)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(WebhookBody));
            if (share?.TryTakeMemory(bytes) is false)
            {
                return false;
            }

            _held += bytes;
            return true;
        }
    }

    public void Return(int bytes)
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _held -= bytes;
                share?.ReturnMemory(bytes);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            share?.ReturnMemory(_held);
            _held = 0;
        }
    }
}
