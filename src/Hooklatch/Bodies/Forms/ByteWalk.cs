using System.Buffers;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// One walk over bytes through a window: the whole body if it is in memory, else a pooled buffer that is refilled. Reading
/// a spooled form through its map instead would make all of it resident.
/// </summary>
internal sealed class ByteWalk : IDisposable
{
    private const int BufferSize = 64 << 10;

    private readonly IByteSource? _source;
    private byte[] _buffer = [];

    public ByteWalk(ReadOnlyMemory<byte> all) => (Window, IsLast) = (all, true);

    /// <param name="source">Where the bytes come from.</param>
    /// <param name="largestUnit">The most bytes that a parser has to see at once.</param>
    public ByteWalk(IByteSource source, int largestUnit)
    {
        _source = source;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BufferSize, largestUnit));
    }

    /// <summary>The bytes that are there and not consumed.</summary>
    public ReadOnlyMemory<byte> Window { get; private set; }

    /// <summary>Whether nothing comes after the window.</summary>
    public bool IsLast { get; private set; }

    /// <summary>How many bytes were consumed: where the window begins.</summary>
    public long Offset { get; private set; }

    public static ByteWalk Over(WebhookBody body, int largestUnit) =>
        body.IsSpooled ? new ByteWalk(new SpoolSource(body), largestUnit) : new ByteWalk(body.Memory);

    public void Consume(int count)
    {
        Window = Window[count..];
        Offset += count;
    }

    /// <summary>Makes the window longer, or learns that it is the last.</summary>
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (IsLast)
        {
            return;
        }

        var kept = Window.Length;
        Window.CopyTo(_buffer);
        var read = await _source!.ReadAsync(_buffer.AsMemory(kept), cancellation);
        Window = _buffer.AsMemory(0, kept + read);
        IsLast = read == 0;
    }

    public void Dispose()
    {
        Window = default;
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private sealed class SpoolSource(WebhookBody body) : IByteSource
    {
        private long _position;

        public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
        {
            var count = await body.ReadAsync(_position, destination, cancellation);
            _position += count;
            return count;
        }
    }
}
