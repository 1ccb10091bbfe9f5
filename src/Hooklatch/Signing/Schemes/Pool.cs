namespace Hooklatch.Signing.Schemes;

/// <summary>A few objects that are ready for use again: two per processor, past which they are the garbage collector's.</summary>
internal sealed class Pool<T>
    where T : class
{
    private T?[]? _idle;

    public T? TryRent()
    {
        for (var i = 0; i < _idle?.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    public bool TryReturn(T item)
    {
        // Of two that come first at once, one finds its places dropped, and its item with them.
        var idle = _idle ??= new T?[Environment.ProcessorCount * 2];
        for (var i = 0; i < idle.Length; i++)
        {
            if (idle[i] is null && Interlocked.CompareExchange(ref idle[i], item, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
