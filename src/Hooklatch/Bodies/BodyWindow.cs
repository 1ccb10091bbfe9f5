namespace Hooklatch.Bodies;

/// <summary>A read-only, seekable stream over a part of a body. It copies nothing and holds nothing open.</summary>
internal sealed class BodyWindow(WebhookBody body, long start, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    private int Left(int wanted) => (int)Math.Clamp(length - _position, 0, wanted);

    public override int Read(Span<byte> buffer)
    {
        var count = Left(buffer.Length);
        return count == 0 ? 0 : Advance(body.Read(start + _position, buffer[..count]));
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Left(buffer.Length);
        return count == 0 ? 0 : Advance(await body.ReadAsync(start + _position, buffer[..count], cancellationToken));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Advance(int count)
    {
        _position += count;
        return count;
    }
}
