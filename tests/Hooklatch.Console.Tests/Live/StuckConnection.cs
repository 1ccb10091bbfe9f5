using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Console.Tests.Live;

/// <summary>A connection whose reader takes nothing.</summary>
internal sealed class StuckConnection : Stream, IHttpRequestLifetimeFeature
{
    private readonly TaskCompletionSource _never = new();

    public bool IsAborted { get; private set; }

    public CancellationToken RequestAborted { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Abort() => IsAborted = true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await _never.Task;

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
