using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooklatch.Bodies;

/// <summary>A spool file as memory: pages come in as they are read, and the system may drop them again.</summary>
internal sealed class MappedFile(MemoryMappedViewAccessor view, int length) : MemoryManager<byte>
{
    private byte[]? _pinned;
    private bool _disposed;

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(WebhookBody));
        ref var start = ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), view.SafeMemoryMappedViewHandle.DangerousGetHandle());
        return MemoryMarshal.CreateSpan(ref start, length);
    }

    /// <summary>
    /// Native code gets the address of a copy, which outlives the mapping: an address into unmapped pages would end the
    /// process. The bytes never change, so the copy is as good, and asking for an address at all is rare.
    /// </summary>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        _pinned ??= CopyPinned();
        return _pinned.AsMemory(elementIndex).Pin();
    }

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        view.Dispose();
    }

    private byte[] CopyPinned()
    {
        var copy = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        GetSpan().CopyTo(copy);
        return copy;
    }
}
