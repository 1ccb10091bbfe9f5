using Hooklatch.Endpoints;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>
/// Puts aside dead deliveries that nobody has verified: a stranger can make as many of them as there is room for, and they would wait for a person and take the
/// room of others. What was put aside is dropped like what is finished.
/// </summary>
internal sealed class UnverifiedSweeper(InboxStore store, Slots slots, TimeProvider time) : BackgroundService
{
    /// <summary>How many of an endpoint stay, the newest.</summary>
    public const int MaxDead = 1000;

    /// <summary>How long one stays.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>How often the age is asked for, where the number alone gives no reason to look.</summary>
    private static readonly TimeSpan AgeInterval = TimeSpan.FromMinutes(10);

    /// <summary>How many dead ones were left the last time, and when.</summary>
    private readonly Dictionary<EndpointQueue, (long Left, DateTimeOffset At)> _last = [];

    /// <summary>How many are put aside at once, so that they share a flush of the disk.</summary>
    private const int AtOnce = 64;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var queues = slots.Queues.OfType<EndpointQueue>().Where(queue => queue.IsOpenToAll).ToArray();
        while (queues.Length > 0 && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await SweepAsync(queues, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and must not end the host. The worker says so.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }
        }
    }

    private async Task SweepAsync(EndpointQueue[] queues, CancellationToken stopping)
    {
        if (!store.IsOpen)
        {
            return;
        }

        var depths = await store.Inner.GetDepthAsync(stopping);
        foreach (var queue in queues)
        {
            var dead = depths.FirstOrDefault(depth => depth.Plugin == queue.PluginKey && depth.Endpoint == queue.Endpoint)?.Dead ?? 0;
            var (left, at) = _last.GetValueOrDefault(queue);
            var now = time.GetUtcNow();
            if (dead > Math.Max(left, MaxDead) || (dead > 0 && now - at >= AgeInterval))
            {
                _last[queue] = (dead - await SweepAsync(queue, stopping), now);
            }
        }
    }

    /// <returns>How many were put aside.</returns>
    private async Task<int> SweepAsync(EndpointQueue queue, CancellationToken stopping)
    {
        var tooOld = time.GetUtcNow() - MaxAge;
        var query = new InboxQuery
        {
            Plugin = queue.PluginKey,
            Endpoint = queue.Endpoint,
            State = InboxState.Dead,
            Size = InboxQuery.MaxSize,
        };
        var (kept, dropped) = (0, 0);
        for (long? before = null; ; )
        {
            var page = await store.Inner.SearchAsync(query with { Before = before }, stopping);
            var aside = new List<long>();
            foreach (var dead in page.Deliveries)
            {
                if (kept < MaxDead && (dead.EndedAt ?? dead.ReceivedAt) > tooOld)
                {
                    kept++;
                }
                else if (await IsAnybodysAsync(queue, dead.Id, stopping))
                {
                    aside.Add(dead.Id);
                }
            }

            foreach (var ids in aside.Chunk(AtOnce))
            {
                await Task.WhenAll(ids.Select(id => store.Inner.DismissAsync(id, stopping).AsTask()));
                dropped += ids.Length;
            }

            if ((before = page.Next) is null)
            {
                return dropped;
            }
        }
    }

    private async Task<bool> IsAnybodysAsync(EndpointQueue queue, long id, CancellationToken stopping)
    {
        if (queue.MayBeAnybodys(() => null))
        {
            return true;
        }

        try
        {
            var details = await store.Inner.ReadAsync(id, stopping) is { } item ? StoredFormat.TryRead(item) : null;
            return queue.MayBeAnybodys(() => details);
        }
        catch (InvalidDataException)
        {
            // Damaged, or its key is gone: nobody can tell who sent it, and a person decides.
            return false;
        }
    }
}
