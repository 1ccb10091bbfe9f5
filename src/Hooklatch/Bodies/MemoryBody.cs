namespace Hooklatch.Bodies;

/// <summary>A body in memory that somebody else owns, as a payload that was taken out of another body.</summary>
/// <param name="memory">The bytes.</param>
/// <param name="share">What copies of them are charged to; <see langword="null"/> for nothing.</param>
internal class MemoryBody(ReadOnlyMemory<byte> memory, BodyBudget.Share? share = null) : WebhookBody(memory.Length, share)
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

    public sealed override ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
        new(Read(offset, destination.Span));

    protected override void Release() { }
}
