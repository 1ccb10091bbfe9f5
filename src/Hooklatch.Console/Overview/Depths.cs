using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Overview;

/// <summary>The unfinished work of the host, and what is paused, at one moment.</summary>
/// <param name="rows">What the store said; <see langword="null"/> where there is none, or it cannot be used.</param>
/// <param name="pauses">What is paused.</param>
internal sealed class Depths(IReadOnlyList<InboxDepth>? rows, IReadOnlyList<InboxPause> pauses)
{
    /// <summary>Asks the store. While it cannot be used, everything else of the host is shown all the same.</summary>
    public static async Task<Depths> ReadAsync(IInboxOperations? inbox, CancellationToken cancellation)
    {
        try
        {
            return inbox is null
                ? new Depths(null, [])
                : new Depths(await inbox.GetDepthAsync(cancellation), await inbox.GetPausesAsync(cancellation));
        }
        catch (InboxUnavailableException)
        {
            return new Depths(null, []);
        }
    }

    /// <summary>Whether a plugin as a whole is paused, or one of its endpoints is.</summary>
    public bool IsPaused(string plugin, string? endpoint) =>
        pauses.Any(pause => pause.Plugin == plugin && (pause.Endpoint is null || pause.Endpoint == endpoint));

    /// <summary>The unfinished work; <see langword="null"/> where nobody knows.</summary>
    /// <param name="plugin">The plugin; <see langword="null"/> for all.</param>
    /// <param name="endpoint">The endpoint or job; <see langword="null"/> for all.</param>
    public DepthView? Of(string? plugin = null, string? endpoint = null)
    {
        if (rows is null)
        {
            return null;
        }

        var some = rows.Where(row => (plugin is null || row.Plugin == plugin) && (endpoint is null || row.Endpoint == endpoint)).ToList();
        return new DepthView
        {
            Ready = some.Sum(row => row.Ready),
            Running = some.Sum(row => row.Leased),
            Delayed = some.Sum(row => row.Delayed),
            Dead = some.Sum(row => row.Dead),
            Quarantined = some.Sum(row => row.Quarantined),
            Bytes = some.Sum(row => row.Bytes),
            OldestAt = some.Min(row => row.OldestAt),
        };
    }
}
