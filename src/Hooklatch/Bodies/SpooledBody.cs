using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>A body on disk. Streams read the file; only <see cref="WebhookBody.Memory"/> maps it.</summary>
internal sealed class SpooledBody(SpoolFile file, long length, BodyBudget.Share share) : WebhookBody(length, share)
{
    private readonly Lock _gate = new();
    private MappedFile? _map;

    public override bool IsSpooled => true;

    protected override ReadOnlyMemory<byte> GetMemory() => Map().Memory;

    protected override MemoryHandle PinCore(int index) => Map().Pin(index);

    protected override int ReadCore(long offset, Span<byte> destination) => file.Read(offset, destination);

    // The system holds the file open for a read that is under way: one that outlives the body ends with its own bytes or an exception.
    public override ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation)
    {
        ThrowIfDisposed();
        return file.ReadAsync(offset, destination, cancellation);
    }

    protected override void Release()
    {
        lock (_gate)
        {
            (_map as IDisposable)?.Dispose();
        }

        file.Dispose();
        Share!.ReturnDisk(Length);
    }

    private MappedFile Map()
    {
        lock (_gate)
        {
            ThrowIfDisposed();
            return _map ??= file.Map(checked((int)Length));
        }
    }
}
