namespace Hooklatch.Bodies;

/// <summary>A body on disk. Streams read the file; only <see cref="WebhookBody.Memory"/> maps it.</summary>
internal sealed class SpooledBody(SpoolFile file, long length, BodyBudget.Share share) : WebhookBody(length)
{
    private readonly Lock _gate = new();
    private MappedFile? _map;

    public override bool IsSpooled => true;

    protected override ReadOnlyMemory<byte> GetMemory()
    {
        lock (_gate)
        {
            _map ??= file.Map(checked((int)Length));
            return _map.Memory;
        }
    }

    protected override int ReadCore(long offset, Span<byte> destination) => file.Read(offset, destination);

    protected override ValueTask<int> ReadCoreAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
        file.ReadAsync(offset, destination, cancellation);

    protected override void Release()
    {
        (_map as IDisposable)?.Dispose();
        file.Dispose();
        share.ReturnDisk(Length);
    }
}
