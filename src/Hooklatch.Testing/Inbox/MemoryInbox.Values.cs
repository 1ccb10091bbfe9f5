using Hooklatch.Inbox;

namespace Hooklatch.Testing.Inbox;

/// <content>What plugins keep.</content>
internal partial class MemoryInbox
{
    private readonly Dictionary<ValueKey, KeyValue> _values = [];
    private long _lastVersion;

    public KeyValue? GetValue(ValueKey key) =>
        _values.TryGetValue(key, out var value) && !(value.ExpiresAt <= Now) ? value with { Value = value.Value.ToArray() } : null;

    public long? SetValue(ValueKey key, ReadOnlyMemory<byte> value, TimeSpan? lifetime, long? ifVersion)
    {
        if (ifVersion is { } version && version != (GetValue(key)?.Version ?? 0))
        {
            return null;
        }

        var all = _values
            .Where(each => each.Key.Plugin == key.Plugin && each.Key.IsCounted)
            .Sum(each => each.Key.SizeOf(each.Value.Value.Length));
        var more = key.SizeOf(value.Length) - (_values.TryGetValue(key, out var old) ? key.SizeOf(old.Value.Length) : 0);
        if (key.IsCounted && more > 0 && all + more > Context.Limits.MaxValueBytes)
        {
            throw new InvalidOperationException(
                $"The values of {key.Plugin} would take more than {Context.Limits.MaxValueBytes} bytes (Hooklatch:Inbox:MaxValueBytes); nothing was written."
            );
        }

        _values[key] = new(value.ToArray(), ++_lastVersion, Now + lifetime);
        return _lastVersion;
    }

    public bool DeleteValue(ValueKey key)
    {
        var isThere = GetValue(key) is not null;
        _values.Remove(key);
        return isThere;
    }

    private void DropExpiredValues()
    {
        foreach (var (key, _) in _values.Where(each => each.Value.ExpiresAt <= Now).ToArray())
        {
            _values.Remove(key);
        }
    }
}
