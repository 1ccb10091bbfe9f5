using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>A body that arrived in several pieces and was joined in a pooled buffer, which is charged as it was rented.</summary>
internal sealed class PooledBody(byte[] buffer, int length, BodyBudget.Share share) : MemoryBody(buffer.AsMemory(0, length), share)
{
    protected override void Release()
    {
        Share!.ReturnMemory(buffer.Length);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
