using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// One walk over bytes through a window: the whole body if it is in memory, else a pooled buffer that is refilled. Reading
/// a spooled form through its map instead would make all of it resident.
/// </summary>
internal sealed class ByteWalk : IDisposable
{
    private const int MaxBuffered = 64 << 10;
    private const int FirstBuffered = 1 << 10;

    private readonly IByteSource? _source;
    private readonly int _first;
    private readonly int _max;
    private byte[] _buffer = [];
    private int _end;

    /// <summary>
    /// Whether the buffer may go back to the pool. Not where an author reads from it: a read that was left behind may still copy when the upload is
    /// given up, and must not see it in the hands of another delivery.
    /// </summary>
    private readonly bool _isPooled;

    public ByteWalk(ReadOnlyMemory<byte> all) => (Window, IsLast) = (all, true);

    private ByteWalk(IByteSource source, int first, int max, bool isPooled) =>
        (_source, _first, _max, _isPooled) = (source, first, max, isPooled);

    /// <summary>The bytes that are there and not consumed.</summary>
    public ReadOnlyMemory<byte> Window { get; private set; }

    /// <summary>Whether nothing comes after the window.</summary>
    public bool IsLast { get; private set; }

    /// <summary>How many bytes were consumed: where the window begins.</summary>
    public long Offset { get; private set; }

    /// <summary>A walk over bytes that have arrived.</summary>
    /// <param name="body">The body.</param>
    /// <param name="maxUnitLength">The most bytes that a parser has to see at once.</param>
    public static ByteWalk Over(WebhookBody body, int maxUnitLength)
    {
        var max = Math.Max(MaxBuffered, maxUnitLength);
        return body.IsSpooled ? new ByteWalk(body.OpenSource(), max, max, isPooled: true) : new ByteWalk(body.Memory);
    }

    /// <summary>A walk over bytes that are still to come: the buffer grows with them, so that one that waits holds next to nothing.</summary>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="maxUnitLength">The most bytes that a parser has to see at once.</param>
    public static ByteWalk Over(IByteSource source, int maxUnitLength) =>
        new(source, FirstBuffered, Math.Max(MaxBuffered, maxUnitLength), isPooled: false);

    public void Consume(int count)
    {
        Window = Window[count..];
        Offset += count;
    }

    /// <summary>Makes the window longer, or learns that it is the last.</summary>
    /// <exception cref="BadHttpRequestException">The host holds as many bytes of bodies as it may: 503.</exception>
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (IsLast)
        {
            return;
        }

        var kept = Window.Length;
        if (_end == _buffer.Length && _buffer.Length < _max)
        {
            Grow();
        }
        else
        {
            Window.CopyTo(_buffer);
        }

        var read = await _source!.ReadAsync(_buffer.AsMemory(kept), cancellation);
        _end = kept + read;
        Window = _buffer.AsMemory(0, _end);
        IsLast = read == 0;
    }

    public void Dispose()
    {
        Window = default;
        Release();
    }

    private void Grow()
    {
        var size = Math.Clamp(2 * _buffer.Length, _first, _max);
        var larger = _isPooled ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];
        if (!_source!.TryTake(larger.Length))
        {
            Return(larger);
            throw new BadHttpRequestException("The host holds as many bodies as it may.", StatusCodes.Status503ServiceUnavailable);
        }

        Window.CopyTo(larger);
        Release();
        _buffer = larger;
    }

    private void Release()
    {
        if (_buffer.Length > 0)
        {
            _source!.Return(_buffer.Length);
            Return(_buffer);
            _buffer = [];
        }
    }

    private void Return(byte[] buffer)
    {
        if (_isPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
