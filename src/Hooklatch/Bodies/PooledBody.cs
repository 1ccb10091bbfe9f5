using System.Buffers;

namespace Hooklatch.Bodies;

/// <summary>A body that arrived in several pieces and was joined in a pooled buffer.</summary>
internal sealed class PooledBody(byte[] buffer, int length, BodyBudget.Share share) : MemoryBody(buffer.AsMemory(0, length))
{
    protected override void Release()
    {
        share.ReturnMemory(Length);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
