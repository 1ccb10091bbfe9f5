namespace Hooklatch.Bodies;

/// <summary>A number of bytes of which parts are taken and returned, by any number of threads, without a lock.</summary>
internal struct ByteAllowance(long limit)
{
    private long _used;

    public readonly long Used => Volatile.Read(in _used);

    /// <summary>Takes all of the bytes or none, so that a rejected request never crowds out a smaller one.</summary>
    public bool TryTake(long bytes)
    {
        var used = Volatile.Read(ref _used);
        while (bytes <= limit - used)
        {
            var seen = Interlocked.CompareExchange(ref _used, used + bytes, used);
            if (seen == used)
            {
                return true;
            }

            used = seen;
        }

        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _used, -bytes);
}
