using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooklatch.Sqlite.Files;

/// <summary>
/// Which handlers run, in memory that the system keeps when the process dies: a handler that begins costs a write to memory, none to the disk. A loss of
/// power may lose it, and then nothing is held against what ran.
/// </summary>
internal sealed unsafe class RunningFile : IDisposable
{
    /// <summary>How many handlers can run at once.</summary>
    public const int Slots = 1 << 16;

    private const int SlotSize = 2 * sizeof(long);
    private const int Length = Slots * SlotSize;
    private const int Block = 1 << 16;

    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly Lock _gate = new();
    private readonly Dictionary<long, int> _taken = [];
    private readonly Stack<int> _free = [];
    private int _fresh;
    private bool _isClosed;

    private RunningFile(MemoryMappedFile map)
    {
        _map = map;
        _view = map.CreateViewAccessor(0, Length);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Opens the file, which still says what ran when the process before this one ended.</summary>
    public static RunningFile Open(string path)
    {
        var file = InboxFiles.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite);
        try
        {
            Fill(file);
            return new RunningFile(
                MemoryMappedFile.CreateFromFile(
                    file,
                    null,
                    Length,
                    MemoryMappedFileAccess.ReadWrite,
                    HandleInheritability.None,
                    leaveOpen: false
                )
            );
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What ran when the process before this one ended: the claim's id and token, and whether it was alone.</summary>
    public Dictionary<(long Id, long Token), bool> ReadLeftBehind()
    {
        var found = new Dictionary<(long, long), bool>();
        for (var slot = 0; slot < Slots; slot++)
        {
            var id = Volatile.Read(ref Id(slot));
            var mark = Volatile.Read(ref Mark(slot));
            if (id != 0)
            {
                found[(id, mark >> 1)] = (mark & 1) != 0;
            }
        }

        return found;
    }

    /// <summary>Forgets what was left behind.</summary>
    public void Clear()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            Volatile.Write(ref Id(slot), 0);
        }
    }

    /// <summary>Notes that the handler of a claim begins, or that it is no longer alone.</summary>
    /// <returns>Whether there was room; not once the file is closed.</returns>
    public bool TryMark(long id, long token, bool isAlone)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_taken, id, out var isKnown);
            if (!isKnown && !_free.TryPop(out slot))
            {
                if (_fresh == Slots)
                {
                    _taken.Remove(id);
                    return false;
                }

                slot = _fresh++;
            }

            // The id comes last, so that a slot is whole when it counts.
            Volatile.Write(ref Mark(slot), (token << 1) | (isAlone ? 1L : 0L));
            Volatile.Write(ref Id(slot), id);
            return true;
        }
    }

    /// <summary>Notes that a claim has ended.</summary>
    public void Unmark(long id, long token)
    {
        lock (_gate)
        {
            if (!_isClosed && _taken.TryGetValue(id, out var slot) && Mark(slot) >> 1 == token)
            {
                Volatile.Write(ref Id(slot), 0);
                _taken.Remove(id);
                _free.Push(slot);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                _view.SafeMemoryMappedViewHandle.ReleasePointer();
                _view.Dispose();
                _map.Dispose();
            }
        }
    }

    /// <summary>
    /// A page of a mapped file that has no place on the disk yet is given one when it is first written to, and where the disk is full, that ends the
    /// process. So each gets its place here, where it is an error.
    /// </summary>
    private static void Fill(FileStream file)
    {
        var zeros = new byte[Block];
        file.Seek(0, SeekOrigin.End);
        while (file.Length < Length)
        {
            file.Write(zeros.AsSpan(0, (int)Math.Min(Block, Length - file.Length)));
        }

        file.Flush();
    }

    private ref long Id(int slot) => ref Unsafe.AsRef<long>(_start + (slot * SlotSize));

    private ref long Mark(int slot) => ref Unsafe.AsRef<long>(_start + (slot * SlotSize) + sizeof(long));
}
