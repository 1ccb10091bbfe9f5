using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;

namespace Hooklatch.Console.Deliveries;

/// <summary>Keeps that somebody takes bodies by the feed, once in ten minutes for each: a tool asks every second.</summary>
/// <param name="audit">Keeps it.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedAudit(AuditLog audit, TimeProvider time)
{
    private const int MaxCallers = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, string? Peer), DateTimeOffset> _told = [];

    public async ValueTask NoteAsync(Caller caller, string target, CancellationToken cancellation)
    {
        var key = (caller.Name, caller.Peer?.ToString());
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (_told.TryGetValue(key, out var last) && now - last < Pause)
            {
                return;
            }
        }

        await audit.WriteAsync(caller, "feed", target, "bodies are read by the feed; told once in ten minutes", cancellation);
        lock (_lock)
        {
            if (_told.Count >= MaxCallers)
            {
                // Whoever is forgotten is told of once more.
                _told.Clear();
            }

            _told[key] = now;
        }
    }
}
