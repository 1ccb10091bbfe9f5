using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooklatch.Json;

/// <summary>
/// What the walk has found: first a place for each value, then two numbers for each list, then a row of places for each element of each list. A few
/// places need no memory but the stack's; more come from a pool, and after malformed JSON go to the garbage collector, which costs less than a guard
/// around every walk.
/// </summary>
internal struct FoundPlaces
{
    private const int Few = 8;

    private FewPlaces _few;
    private FoundPlace[]? _many;
    private int _count;

    public readonly int Count => _count;

    [UnscopedRef]
    public ref FoundPlace this[int index] => ref All[index];

    [UnscopedRef]
    private Span<FoundPlace> All => _many ?? MemoryMarshal.CreateSpan(ref Unsafe.As<FewPlaces, FoundPlace>(ref _few), Few);

    /// <summary>Adds places in which nothing is found yet.</summary>
    /// <returns>The index of the first of them.</returns>
    public int Add(int count)
    {
        var first = _count;
        _count += count;
        if (_count > All.Length)
        {
            Grow(first);
        }

        All[first.._count].Clear();
        return first;
    }

    /// <summary>Forgets all but the first places.</summary>
    public void Cut(int count) => _count = count;

    public void Return()
    {
        if (_many is { } many)
        {
            _many = null;
            ArrayPool<FoundPlace>.Shared.Return(many);
        }
    }

    private void Grow(int used)
    {
        var larger = ArrayPool<FoundPlace>.Shared.Rent(Math.Max(_count, 2 * All.Length));
        All[..used].CopyTo(larger);
        Return();
        _many = larger;
    }

    [InlineArray(Few)]
    private struct FewPlaces
    {
        private FoundPlace _first;
    }
}
