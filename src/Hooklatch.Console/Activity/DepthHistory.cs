using Hooklatch.Inbox;

namespace Hooklatch.Console.Activity;

/// <summary>The unfinished work of the last hour, minute by minute: what the store said then, with a row for each endpoint and job that has some.</summary>
internal sealed class DepthHistory
{
    private readonly Lock _lock = new();
    private readonly (long Minute, DateTimeOffset At, IReadOnlyList<InboxDepth>? Depths)[] _steps = new (
        long,
        DateTimeOffset,
        IReadOnlyList<InboxDepth>?
    )[EndpointActivity.Steps];
    private bool _hasStore;

    /// <summary>Keeps what the store says.</summary>
    /// <param name="at">When it said so.</param>
    /// <param name="depths">What it said; <see langword="null"/> where it could not be asked.</param>
    public void Add(DateTimeOffset at, IReadOnlyList<InboxDepth>? depths)
    {
        var minute = at.UtcTicks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            _hasStore = true;
            _steps[minute % EndpointActivity.Steps] = (minute, at, depths);
        }
    }

    /// <summary>How many were unfinished at each step, and how old the oldest of them was; nothing where the host has no store.</summary>
    /// <param name="firstMinute">The first step.</param>
    /// <param name="plugin">The plugin; <see langword="null"/> for all.</param>
    /// <param name="endpoint">The endpoint or job; <see langword="null"/> for all.</param>
    public (IReadOnlyList<long?> Depth, IReadOnlyList<double?> AgeSeconds) Read(long firstMinute, string? plugin, string? endpoint)
    {
        var (depth, age) = (new long?[EndpointActivity.Steps], new double?[EndpointActivity.Steps]);
        lock (_lock)
        {
            if (!_hasStore)
            {
                return ([], []);
            }

            for (var step = 0; step < depth.Length; step++)
            {
                var kept = _steps[(firstMinute + step) % EndpointActivity.Steps];
                if (kept.Minute != firstMinute + step || kept.Depths is not { } all)
                {
                    continue;
                }

                var some = all.Where(one => (plugin is null || one.Plugin == plugin) && (endpoint is null || one.Endpoint == endpoint))
                    .ToList();
                depth[step] = some.Sum(one => one.Ready + one.Leased + one.Delayed);
                age[step] = some.Min(one => one.OldestAt) is { } oldest ? Math.Max(0, (kept.At - oldest).TotalSeconds) : null;
            }
        }

        return (depth, age);
    }
}
