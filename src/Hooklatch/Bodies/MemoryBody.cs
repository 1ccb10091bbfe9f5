namespace Hooklatch.Bodies;

/// <summary>A body in memory that somebody else owns, as a delivery that is read back from the inbox.</summary>
internal class MemoryBody(ReadOnlyMemory<byte> memory) : WebhookBody(memory.Length)
{
    public sealed override bool IsSpooled => false;

    protected sealed override ReadOnlyMemory<byte> GetMemory() => memory;

    protected sealed override int ReadCore(long offset, Span<byte> destination)
    {
        var rest = memory.Span[(int)offset..];
        var count = Math.Min(rest.Length, destination.Length);
        rest[..count].CopyTo(destination);
        return count;
    }

    protected sealed override ValueTask<int> ReadCoreAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
        new(ReadCore(offset, destination.Span));

    protected override void Release() { }
}
