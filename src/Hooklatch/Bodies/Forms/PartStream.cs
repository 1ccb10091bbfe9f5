using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>The content of the part that is arriving: forward only, and gone when the next part is asked for.</summary>
internal sealed class PartStream(MultipartWalk walk) : Stream
{
    private ReadOnlyMemory<byte> _content;
    private bool _ended;
    private bool _closed;

    public override bool CanRead => !_closed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static BadHttpRequestException Reject(FormFailure failure) => new MalformedFormException(failure);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(UploadedPart));
        if (buffer.IsEmpty || !await HasContentAsync(cancellationToken))
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _content.Length);
        _content[..count].CopyTo(buffer);
        _content = _content[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Passes over what the handler left unread; it counts against size and time all the same.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellation)
    {
        while (await HasContentAsync(cancellation))
        {
            _content = default;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A part that is still arriving is read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _closed = true;
        base.Dispose(disposing);
    }

    private async ValueTask<bool> HasContentAsync(CancellationToken cancellation)
    {
        while (_content.IsEmpty && !_ended)
        {
            switch (await walk.NextAsync(cancellation))
            {
                case MultipartToken.Content:
                    _content = walk.Content;
                    break;
                case MultipartToken.PartEnd:
                    _ended = true;
                    break;
                default:
                    throw Reject(walk.Failure);
            }
        }

        return !_content.IsEmpty;
    }
}
