using System.Buffers;

namespace Hooklatch.Bodies.Forms;

/// <summary>Bytes that are put together in a pooled buffer, up to a limit.</summary>
internal sealed class PooledBytes(int limit) : IDisposable
{
    private byte[] _buffer = [];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Adds the bytes, or nothing if they would exceed the limit.</summary>
    public bool TryAppend(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > limit - _length)
        {
            return false;
        }

        EnsureRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
        return true;
    }

    public void Clear() => _length = 0;

    public void Dispose()
    {
        Return(_buffer);
        _buffer = [];
    }

    private void EnsureRoom(int count)
    {
        if (count <= _buffer.Length - _length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, 2 * _buffer.Length));
        Written.CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
