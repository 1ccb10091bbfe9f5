namespace Hooklatch.Verification.Lookups;

/// <summary>
/// Keeps what was asked for lately, up to a bound: when the newer generation is full the older one is dropped, and what is still in use
/// moves from one to the other.
/// </summary>
internal sealed class BoundedCache<TValue>(int capacity)
    where TValue : class
{
    private readonly Lock _lock = new();
    private Dictionary<string, TValue> _newer = new(StringComparer.Ordinal);
    private Dictionary<string, TValue> _older = new(StringComparer.Ordinal);

    public TValue? Find(string key)
    {
        lock (_lock)
        {
            if (_newer.TryGetValue(key, out var value))
            {
                return value;
            }

            if (_older.Remove(key, out value))
            {
                Keep(key, value);
            }

            return value;
        }
    }

    public void Add(string key, TValue value)
    {
        lock (_lock)
        {
            Keep(key, value);
        }
    }

    private void Keep(string key, TValue value)
    {
        if (_newer.Count >= capacity / 2 && !_newer.ContainsKey(key))
        {
            (_older, _newer) = (_newer, new Dictionary<string, TValue>(StringComparer.Ordinal));
        }

        _newer[key] = value;
    }
}
