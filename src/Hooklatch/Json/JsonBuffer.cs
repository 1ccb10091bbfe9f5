using System.Buffers;
using System.Runtime.CompilerServices;

namespace Hooklatch.Json;

/// <summary>
/// Grows in a pooled array until the number of elements is known. After malformed JSON the array is left to the
/// garbage collector, which costs less than a guard around every pass.
/// </summary>
internal struct JsonBuffer<T>
{
    private const int InitialCapacity = 16;

    private T[]? _pooled;
    private int _count;

    public readonly ReadOnlySpan<T> Items => _pooled.AsSpan(0, _count);

    public void Add(T item)
    {
        if (_pooled is null || _count == _pooled.Length)
        {
            Grow();
        }

        _pooled![_count++] = item;
    }

    public void Clear()
    {
        if (_pooled is not null)
        {
            Return(_pooled, _count);
        }

        this = default;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_pooled is null ? InitialCapacity : _count * 2);
        if (_pooled is not null)
        {
            Items.CopyTo(larger);
            Return(_pooled, _count);
        }

        _pooled = larger;
    }

    private static void Return(T[] pooled, int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Array.Clear(pooled, 0, count);
        }

        ArrayPool<T>.Shared.Return(pooled);
    }
}
