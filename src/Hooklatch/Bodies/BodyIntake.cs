using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>
/// Collects a body that arrives in pieces: in a pooled buffer as long as it fits, then in a spool file for which the same
/// buffer gathers the writes.
/// </summary>
internal sealed class BodyIntake(BodyLimits limits, BodyBudget.Share share, long? declaredLength) : IDisposable
{
    private byte[] _buffer = [];
    private int _filled;
    private SpoolFile? _spool;
    private bool _isTight;
    private long _onDisk;

    /// <summary>How much may be gathered now: what was paid for already, and more while memory is free. A buffer that gathers writes stays small.</summary>
    private int MaxBuffered =>
        _spool is not null ? limits.MaxInMemory
        : !_isTight && share.IsMostlyFree ? Math.Max(limits.MaxInMemory, limits.MaxInFreeMemory)
        : Math.Max(limits.MaxInMemory, _buffer.Length);

    /// <summary>What the disk said when <see cref="AcceptAsync"/> or <see cref="CompleteAsync"/> gave <see cref="BodyFailure.NoStorage"/>.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="arrived">How many bytes have arrived, these and what follows them in the same read.</param>
    /// <param name="cancellation">Ends a write to the disk.</param>
    public async ValueTask<BodyFailure> AcceptAsync(ReadOnlyMemory<byte> bytes, long arrived, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            // Read once: what other bodies take meanwhile counts from the next bytes on.
            var max = MaxBuffered;
            if (_filled >= max)
            {
                if (await SpillAsync(cancellation) is var failure and not BodyFailure.None)
                {
                    return failure;
                }

                max = limits.MaxInMemory;
            }

            var count = Math.Min(bytes.Length, max - _filled);
            if (!TryMakeRoom(_filled + count, (int)Math.Min(max, _filled + arrived), max))
            {
                if (max <= limits.MaxInMemory || _isTight)
                {
                    return BodyFailure.NoBudget;
                }

                // Less is free than a body may have while memory is: it goes on as if little were.
                _isTight = true;
                continue;
            }

            bytes.Span[..count].CopyTo(_buffer.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
            arrived -= count;
        }

        return BodyFailure.None;
    }

    /// <summary>Hands over everything that was collected: buffer or file, and its part of the budget.</summary>
    public async ValueTask<BodyReadResult> CompleteAsync(CancellationToken cancellation)
    {
        if (_spool is null)
        {
            var buffer = _buffer;
            _buffer = [];
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
        share.ReturnDisk(_onDisk);
        Replace([]);
    }

    /// <summary>
    /// Makes room for what has arrived. A declared length costs its sender nothing, so it counts only once half of it is there. The sizes of the
    /// pool are powers of two: a body that grows byte by byte doubles its buffer. What is rented is charged.
    /// </summary>
    private bool TryMakeRoom(int needed, int arrived, int max)
    {
        if (needed <= _buffer.Length)
        {
            return true;
        }

        var wanted = declaredLength is { } declared && declared / 2 <= arrived ? declared : arrived;
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(wanted, arrived, max));
        if (!share.TryTakeMemory(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }

        _buffer.AsSpan(0, _filled).CopyTo(larger);
        Replace(larger);
        return true;
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
        if (_buffer.Length > limits.MaxInMemory)
        {
            Replace([]);
        }
    }

    private void Replace(byte[] buffer)
    {
        if (_buffer.Length > 0)
        {
            share.ReturnMemory(_buffer.Length);
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = buffer;
    }
}
