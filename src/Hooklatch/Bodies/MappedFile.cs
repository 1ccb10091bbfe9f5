using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooklatch.Bodies;

/// <summary>A spool file as memory: pages come in as they are read, and the system may drop them again.</summary>
internal sealed class MappedFile(MemoryMappedViewAccessor view, int length) : MemoryManager<byte>
{
    private readonly SafeHandle _pages = view.SafeMemoryMappedViewHandle;
    private bool _disposed;

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(WebhookBody));
        ref var start = ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _pages.DangerousGetHandle());
        return MemoryMarshal.CreateSpan(ref start, length);
    }

    /// <summary>The pages stay mapped until they are unpinned, also beyond the body: an address into unmapped pages would end the process.</summary>
    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        var isHeld = false;
        _pages.DangerousAddRef(ref isHeld);
        return new MemoryHandle((byte*)_pages.DangerousGetHandle() + elementIndex, handle: default, this);
    }

    public override void Unpin() => _pages.DangerousRelease();

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        view.Dispose();
    }
}
