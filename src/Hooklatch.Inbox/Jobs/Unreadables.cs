using System.Collections.Concurrent;

namespace Hooklatch.Inbox.Jobs;

/// <summary>Since when this process has known of jobs that it cannot read.</summary>
internal sealed class Unreadables(TimeProvider time)
{
    /// <summary>How long one is left to others before it is dead.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    /// <summary>How long it waits at least before it is looked at again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>How many are known. Those beyond are looked at as if for the first time, until there is room.</summary>
    private const int Max = 100_000;

    private readonly ConcurrentDictionary<long, DateTimeOffset> _since = new();
    private long _cleanedAt;

    /// <summary>Notes that a job cannot be read.</summary>
    /// <returns>Whether that has been so for long enough.</returns>
    public bool IsOver(long id)
    {
        var now = time.GetUtcNow();
        if (_since.TryGetValue(id, out var since))
        {
            return now - since >= MaxAge && _since.TryRemove(id, out _);
        }

        // Seldom, also where nothing is old enough.
        if (_since.Count >= Max && now.UtcTicks - Volatile.Read(ref _cleanedAt) >= Pause.Ticks)
        {
            Volatile.Write(ref _cleanedAt, now.UtcTicks);
            foreach (var (old, at) in _since)
            {
                // Others have taken it meanwhile.
                if (now - at > 2 * MaxAge)
                {
                    _since.TryRemove(old, out _);
                }
            }
        }

        if (_since.Count < Max)
        {
            _since[id] = now;
        }

        return false;
    }

    public void Forget(long id) => _since.TryRemove(id, out _);
}
