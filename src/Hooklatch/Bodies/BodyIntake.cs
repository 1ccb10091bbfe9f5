using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>
/// Collects a body that arrives in pieces: in a pooled buffer as long as it fits, then in a spool file for which the same
/// buffer gathers the writes.
/// </summary>
internal sealed class BodyIntake(BodyLimits limits, BodyBudget.Share share, long? declaredLength) : IDisposable
{
    // Small enough for a chunked body of one line, large enough to double only a few times.
    private const int FirstBuffer = 4 << 10;

    private byte[] _buffer = [];
    private int _filled;
    private SpoolFile? _spool;
    private long _onMemory;
    private long _onDisk;

    /// <summary>How much may be gathered now; once spooling has begun, the buffer only gathers writes.</summary>
    private int Most => _spool is null && share.IsMostlyFree ? Math.Max(limits.MaxInMemory, limits.MaxInFreeMemory) : limits.MaxInMemory;

    /// <summary>What the disk said when <see cref="AcceptAsync"/> or <see cref="CompleteAsync"/> gave <see cref="BodyFailure.NoStorage"/>.</summary>
    public Exception? Error { get; private set; }

    public async ValueTask<BodyFailure> AcceptAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            // Read once: what other bodies take meanwhile counts from the next bytes on.
            var most = Most;
            if (_filled >= most)
            {
                if (await SpillAsync(cancellation) is var failure and not BodyFailure.None)
                {
                    return failure;
                }

                most = limits.MaxInMemory;
            }

            var count = Math.Min(bytes.Length, most - _filled);
            if (!TryHold(count))
            {
                return BodyFailure.NoBudget;
            }

            bytes.Span[..count].CopyTo(_buffer.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
        }

        return BodyFailure.None;
    }

    /// <summary>Hands over everything that was collected: buffer or file, and its part of the budget.</summary>
    public async ValueTask<BodyReadResult> CompleteAsync(CancellationToken cancellation)
    {
        if (_spool is null)
        {
            var buffer = _buffer;
            (_buffer, _onMemory) = ([], 0);
            return BodyReadResult.Read(new PooledBody(buffer, _filled, share));
        }

        if (await SpillAsync(cancellation) is var failure and not BodyFailure.None)
        {
            return BodyReadResult.Failed(failure, Error);
        }

        var body = new SpooledBody(_spool, _onDisk, share);
        (_spool, _onDisk) = (null, 0);
        return BodyReadResult.Read(body);
    }

    public void Dispose()
    {
        _spool?.Dispose();
        share.ReturnMemory(_onMemory);
        share.ReturnDisk(_onDisk);
        Return(_buffer);
    }

    // Once spooling has begun the buffer is as large as it gets, and already paid for.
    private bool TryHold(int count)
    {
        var needed = _filled + count;
        if (needed > _onMemory)
        {
            if (!share.TryTakeMemory(needed - _onMemory))
            {
                return false;
            }

            _onMemory = needed;
        }

        EnsureBuffer(needed);
        return true;
    }

    private void EnsureBuffer(int needed)
    {
        if (needed <= _buffer.Length)
        {
            return;
        }

        // A declared length costs its sender nothing, so that it gets no more than a small body may have; a rented buffer is a power of two,
        // so that a larger one grows by doubling.
        var wanted = declaredLength ?? Math.Max(FirstBuffer, 2L * _buffer.Length);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(wanted, needed, Math.Max(needed, limits.MaxInMemory)));
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private async ValueTask<BodyFailure> SpillAsync(CancellationToken cancellation)
    {
        if (!share.TryTakeDisk(_filled))
        {
            return BodyFailure.NoBudget;
        }

        var offset = _onDisk;
        _onDisk += _filled;
        try
        {
            _spool ??= SpoolFile.Create(limits.SpoolDirectory);
            await _spool.WriteAsync(offset, _buffer.AsMemory(0, _filled), cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Error = error;
            return BodyFailure.NoStorage;
        }

        _filled = 0;
        Shrink();
        return BodyFailure.None;
    }

    /// <summary>From now on the buffer only gathers writes.</summary>
    private void Shrink()
    {
        if (_onMemory > limits.MaxInMemory)
        {
            share.ReturnMemory(_onMemory - limits.MaxInMemory);
            _onMemory = limits.MaxInMemory;
            Return(_buffer);
            _buffer = [];
        }
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
