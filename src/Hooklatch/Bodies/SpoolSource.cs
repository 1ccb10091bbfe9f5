namespace Hooklatch.Bodies;

/// <summary>A spooled body from its beginning to its end; its buffers are charged beside it.</summary>
internal sealed class SpoolSource(WebhookBody body, BodyBudget.Share? share) : IByteSource
{
    private long _position;

    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        var count = await body.ReadAsync(_position, destination, cancellation);
        _position += count;
        return count;
    }

    public bool TryTake(int bytes) => share?.TryTakeMemory(bytes) is not false;

    public void Return(int bytes) => share?.ReturnMemory(bytes);
}
