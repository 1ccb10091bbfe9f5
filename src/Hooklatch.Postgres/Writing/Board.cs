using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;

namespace Hooklatch.Postgres.Writing;

/// <summary>
/// How much unfinished work there is, as this host knows it: what the database said the last time, and what this host did since. Other hosts may have added
/// to it meanwhile, so that the limits hold for all of them together to within what a second brings.
/// </summary>
internal sealed class Board(Database database, InboxLimits limits, TimeProvider time)
{
    /// <summary>One endpoint gets one part of this many.</summary>
    private const long Parts = 4;

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Dictionary<int, (long Depth, long Bytes)> _endpoints = [];
    private (long Depth, long Bytes) _all;
    private long _readAt;
    private bool _isExact;

    /// <summary>Notes that something happened of which the numbers are not known here.</summary>
    public void Distrust()
    {
        lock (_lock)
        {
            _readAt = 0;
            _isExact = false;
        }
    }

    public void Leave(int endpoint, long bytes) => Add(endpoint, -1, -bytes);

    /// <summary>Notes one that was accepted.</summary>
    public void Enter(int endpoint, long bytes) => Add(endpoint, 1, bytes);

    /// <summary>Which of some deliveries there is room for, where all before them are accepted.</summary>
    public async Task<bool[]> ChooseAsync(IReadOnlyList<(int Endpoint, long Size)> items)
    {
        if (_readAt == 0 || time.GetElapsedTime(_readAt) > MaxAge)
        {
            await ReadAsync();
        }

        var fits = Choose(items);
        if (Array.TrueForAll(fits, fit => fit) || _isExact)
        {
            return fits;
        }

        // Nobody is refused for what has ended meanwhile.
        await ReadAsync();
        return Choose(items);
    }

    private async Task ReadAsync()
    {
        var rows = await database.QueryAsync(
            "totals",
            0,
            _ => { },
            row =>
                (
                    Endpoint: row.GetInt32(0),
                    Depth: row.GetInt64(1) + row.GetInt64(2) + row.GetInt64(3) + row.GetInt64(4) + row.GetInt64(5),
                    Bytes: row.GetInt64(6)
                ),
            CancellationToken.None
        );
        lock (_lock)
        {
            _endpoints = rows.ToDictionary(row => row.Endpoint, row => (row.Depth, row.Bytes));
            _all = (rows.Sum(row => row.Depth), rows.Sum(row => row.Bytes));
            _readAt = time.GetTimestamp();
            _isExact = true;
        }
    }

    private bool[] Choose(IReadOnlyList<(int Endpoint, long Size)> items)
    {
        lock (_lock)
        {
            var all = _all;
            var added = new Dictionary<int, (long Depth, long Bytes)>();
            var fits = new bool[items.Count];
            for (var index = 0; index < fits.Length; index++)
            {
                var (endpoint, size) = items[index];
                var own = added.TryGetValue(endpoint, out var known) ? known : _endpoints.GetValueOrDefault(endpoint);
                fits[index] =
                    all.Depth + 1 <= limits.MaxDepth
                    && own.Depth + 1 <= limits.MaxDepth / Parts
                    && all.Bytes + size <= limits.MaxBytes
                    && own.Bytes + size <= limits.MaxBytes / Parts;
                if (fits[index])
                {
                    all = (all.Depth + 1, all.Bytes + size);
                    added[endpoint] = (own.Depth + 1, own.Bytes + size);
                }
            }

            return fits;
        }
    }

    private void Add(int endpoint, long count, long bytes)
    {
        lock (_lock)
        {
            var own = _endpoints.GetValueOrDefault(endpoint);
            _endpoints[endpoint] = (own.Depth + count, own.Bytes + bytes);
            _all = (_all.Depth + count, _all.Bytes + bytes);
            _isExact = false;
        }
    }
}
