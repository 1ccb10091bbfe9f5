namespace Hooklatch.Bodies;

/// <summary>
/// The raw body of one delivery, exactly as received: in memory if it is small, else in an unlinked temp file. Disposing it
/// returns buffer, file and budget, and everything that was handed out stops working.
/// </summary>
internal abstract class WebhookBody(long length) : IDisposable
{
    private int _disposed;

    public long Length { get; } = length;

    public abstract bool IsSpooled { get; }

    /// <summary>The whole body as one block. A spooled one is mapped into memory on first use.</summary>
    /// <exception cref="OverflowException">The body is longer than the 2 GiB that a block can have; its streams still read it.</exception>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            ThrowIfDisposed();
            return GetMemory();
        }
    }

    /// <summary>A stream over the whole body; every stream has a position of its own.</summary>
    public Stream OpenRead() => OpenRead(0, Length);

    /// <summary>A stream over a part of the body.</summary>
    public Stream OpenRead(long offset, long length)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset);
        return new BodyWindow(this, offset, length);
    }

    /// <summary>Copies bytes from a position on; a short count means only that the body ends.</summary>
    public int Read(long offset, Span<byte> destination)
    {
        ThrowIfDisposed();
        return ReadCore(offset, destination);
    }

    /// <inheritdoc cref="Read"/>
    public ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation)
    {
        ThrowIfDisposed();
        return ReadCoreAsync(offset, destination, cancellation);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }
    }

    protected abstract ReadOnlyMemory<byte> GetMemory();

    protected abstract int ReadCore(long offset, Span<byte> destination);

    protected abstract ValueTask<int> ReadCoreAsync(long offset, Memory<byte> destination, CancellationToken cancellation);

    /// <summary>Gives back what the body holds; called once.</summary>
    protected abstract void Release();

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(WebhookBody));
}
