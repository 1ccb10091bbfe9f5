using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>
/// The raw body of one delivery, exactly as received: in memory if it is small, else in an unlinked temp file. Disposing it
/// returns buffer, file and budget, and everything that was handed out stops working.
/// </summary>
/// <param name="length">Its length in bytes.</param>
/// <param name="share">What copies of it are charged to; <see langword="null"/> for nothing.</param>
internal abstract class WebhookBody(long length, BodyBudget.Share? share) : IDisposable
{
    /// <summary>The bit of <see cref="_reads"/> that says that the body is disposed.</summary>
    private const int Disposed = int.MinValue;

    private int _reads;
    private BodyMemory? _window;

    public long Length { get; } = length;

    public abstract bool IsSpooled { get; }

    protected BodyBudget.Share? Share { get; } = share;

    /// <summary>
    /// The whole body as one block, for our own code, which ends before the body does. A spooled one is mapped into memory on first use.
    /// </summary>
    /// <exception cref="OverflowException">The body is longer than the 2 GiB that a block can have; its streams still read it.</exception>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            ThrowIfDisposed();
            return GetMemory();
        }
    }

    /// <summary>The same for an author, who may keep it: once the body is disposed, every use of it throws.</summary>
    public ReadOnlyMemory<byte> Window => OwnWindow.Memory;

    private BodyMemory OwnWindow => _window ?? Interlocked.CompareExchange(ref _window, new BodyMemory(this), null) ?? _window;

    /// <summary>
    /// A copy in memory of its own, which outlives the body and belongs to no pool. It is made once, and charged to the budget until the body
    /// is disposed.
    /// </summary>
    /// <returns>Why there is none: the budget has no room now, or never has (<see cref="BodyFailure.TooLarge"/>).</returns>
    public BodyFailure TryCopy(out ReadOnlyMemory<byte> copy)
    {
        copy = default;
        if (Length > Array.MaxLength || Share?.CanHold(Length) is false)
        {
            return BodyFailure.TooLarge;
        }

        EnterRead();
        try
        {
            var window = OwnWindow;
            if (window.Copy is null && !TryCopyInto(window))
            {
                return BodyFailure.NoBudget;
            }

            copy = window.Copy;
            return BodyFailure.None;
        }
        finally
        {
            ExitRead();
        }
    }

    /// <summary>Pins the whole body. What is pinned may be read until it is unpinned, also beyond the body.</summary>
    /// <param name="index">Which byte the handle points to.</param>
    public MemoryHandle Pin(int index)
    {
        ThrowIfDisposed();
        return PinCore(index);
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

    /// <summary>The whole body, byte after byte, for a walk that charges its buffer to the body's share.</summary>
    public SpoolSource OpenSource() => new(this, Share);

    /// <summary>Copies bytes from a position on; a short count means only that the body ends.</summary>
    public int Read(long offset, Span<byte> destination)
    {
        EnterRead();
        try
        {
            return ReadCore(offset, destination);
        }
        finally
        {
            ExitRead();
        }
    }

    /// <inheritdoc cref="Read"/>
    public abstract ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation);

    public void Dispose()
    {
        if (Interlocked.Or(ref _reads, Disposed) < 0)
        {
            return;
        }

        // A read that outlives its handler must not see the buffer in the hands of the next delivery, and the server's own pipe cannot be given
        // back later: what is copying now is waited for.
        var waiting = new SpinWait();
        while (Volatile.Read(ref _reads) != Disposed)
        {
            waiting.SpinOnce();
        }

        if (_window?.Copy is not null)
        {
            Share?.ReturnMemory(Length);
        }

        Release();
    }

    protected abstract ReadOnlyMemory<byte> GetMemory();

    protected abstract int ReadCore(long offset, Span<byte> destination);

    /// <summary>A pooled buffer goes back to its pool with the body, so what is pinned is a copy.</summary>
    /// <exception cref="InvalidOperationException">The host holds as many bytes of bodies as it may.</exception>
    protected virtual MemoryHandle PinCore(int index) =>
        TryCopy(out var copy) is BodyFailure.None
            ? copy[index..].Pin()
            : throw new InvalidOperationException("The host holds as many bytes of request bodies as Hooklatch:MemoryBudget allows.");

    /// <summary>Gives back what the body holds; called once.</summary>
    protected abstract void Release();

    protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _reads) < 0, typeof(WebhookBody));

    private bool TryCopyInto(BodyMemory window)
    {
        if (Share?.TryTakeMemory(Length) is false)
        {
            return false;
        }

        var isKept = false;
        try
        {
            // Of two threads that copy at once, the second copy is not needed.
            isKept = window.TryKeep(ReadWhole());
        }
        finally
        {
            // Also where the disk failed: what is charged for nothing would be missing until the host restarts.
            if (!isKept)
            {
                Share?.ReturnMemory(Length);
            }
        }

        return true;
    }

    private byte[] ReadWhole()
    {
        var copy = GC.AllocateUninitializedArray<byte>((int)Length);
        for (var read = 0; read < copy.Length; )
        {
            var count = ReadCore(read, copy.AsSpan(read));
            // What was not read is whatever the memory held before.
            read += count > 0 ? count : throw new EndOfStreamException("The body ends before its length.");
        }

        return copy;
    }

    private void EnterRead()
    {
        if (Interlocked.Increment(ref _reads) < 0)
        {
            ExitRead();
            ThrowIfDisposed();
        }
    }

    private void ExitRead() => Interlocked.Decrement(ref _reads);
}
