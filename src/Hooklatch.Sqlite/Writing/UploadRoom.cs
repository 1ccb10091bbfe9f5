namespace Hooklatch.Sqlite.Writing;

/// <summary>How many bytes of large bodies are in memory at once while they are written: each is held whole until its last piece is.</summary>
internal sealed class UploadRoom
{
    /// <summary>How many, at most.</summary>
    public const long MaxBytes = 256L << 20;

    private long _bytes;

    /// <summary>Takes room for a body, which is given back when it is disposed.</summary>
    /// <returns><see langword="null"/> where there is none. One that is larger than all of it gets in where nothing else is.</returns>
    public IDisposable? TryEnter(long bytes)
    {
        while (true)
        {
            var before = Volatile.Read(ref _bytes);
            if (before > 0 && before + bytes > MaxBytes)
            {
                return null;
            }

            if (Interlocked.CompareExchange(ref _bytes, before + bytes, before) == before)
            {
                return new Taken(this, bytes);
            }
        }
    }

    private sealed class Taken(UploadRoom room, long bytes) : IDisposable
    {
        private long _left = bytes;

        public void Dispose() => Interlocked.Add(ref room._bytes, -Interlocked.Exchange(ref _left, 0));
    }
}
