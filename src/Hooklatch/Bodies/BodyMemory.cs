using System.Buffers;
using System.Runtime.InteropServices;

namespace Hooklatch.Bodies;

/// <summary>
/// A body as memory that its author may keep: once the body is disposed, every use throws and nothing shows the bytes of another delivery.
/// </summary>
internal sealed class BodyMemory(WebhookBody body) : MemoryManager<byte>
{
    private byte[]? _copy;

    /// <summary>What was copied for good, if anything was.</summary>
    public byte[]? Copy => _copy;

    public bool TryKeep(byte[] copy) => Interlocked.CompareExchange(ref _copy, copy, null) is null;

    public override Span<byte> GetSpan() => MemoryMarshal.AsMemory(body.Memory).Span;

    public override MemoryHandle Pin(int elementIndex = 0) => body.Pin(elementIndex);

    /// <summary>The handle that <see cref="Pin"/> gives unpins by itself.</summary>
    public override void Unpin() { }

    /// <summary>The body is its owner's to dispose.</summary>
    protected override void Dispose(bool disposing) { }
}
