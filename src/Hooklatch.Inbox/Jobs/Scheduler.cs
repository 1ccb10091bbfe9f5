using System.Globalization;
using System.Text;
using Hooklatch.Inbox.Running;
using Hooklatch.Jobs;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Jobs;

/// <summary>
/// Stores the runs of recurring jobs when their time comes. Every host does so: an occurrence is stored once, whoever is first, and the store knows up to when
/// they were stored.
/// </summary>
internal sealed class Scheduler(Slots slots, InboxGateway gateway, InboxStore store, TimeProvider time) : BackgroundService
{
    /// <summary>Where the store keeps up to when the runs of a schedule were stored.</summary>
    public const string Scope = "schedule";

    /// <summary>How often it looks at the clock, which somebody may have set.</summary>
    private static readonly TimeSpan MaxSleep = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);

    /// <summary>How late an occurrence may be that is not missed.</summary>
    private static readonly TimeSpan MaxLate = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private (JobQueue Queue, CronSchedule Times)[] _schedules = [];
    private TaskCompletionSource _nextLook = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _lookedAt;

    /// <summary>Completes once everything was stored that was due at a time, also where that was before.</summary>
    public async Task WhenLookedAsync(DateTimeOffset at)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_lookedAt >= at)
                {
                    return;
                }

                next = _nextLook.Task;
            }

            await next;
        }
    }

    /// <summary>Reads the schedules: what cannot be read stops the host.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _schedules =
        [
            .. slots
                .Queues.OfType<JobQueue>()
                .Where(queue => queue.Handler.Schedule is not null && queue.Endpoint == queue.Handler.Name)
                .Select(queue => (queue, new CronSchedule(queue.Handler.Schedule!, queue.Handler.Target))),
        ];
        return _schedules.Length == 0 ? Task.CompletedTask : base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var next = now + MaxSleep;
            foreach (var (queue, times) in _schedules)
            {
                try
                {
                    // What is due while nobody runs it is missed; who is served again makes up for it.
                    if (store.IsOpen && queue.IsServed)
                    {
                        await StoreDueAsync(queue, times, now, stoppingToken);
                    }

                    next = times.Next(now) is { } due && due < next ? due : next;
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
#pragma warning disable CA1031 // A store of somebody's own may throw anything. What is due is stored when it is back.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    store.NoteUnavailable(error);
                    next = now + AfterError < next ? now + AfterError : next;
                }
            }

            NoteLooked(now);
            var sleep = next - time.GetUtcNow();
            if (sleep > TimeSpan.Zero)
            {
                await Task.Delay(sleep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void NoteLooked(DateTimeOffset at)
    {
        TaskCompletionSource looked;
        lock (_lock)
        {
            _lookedAt = at;
            (looked, _nextLook) = (_nextLook, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        looked.SetResult();
    }

    private async Task StoreDueAsync(JobQueue queue, CronSchedule times, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = new ValueKey(queue.PluginKey, Scope, queue.Endpoint);
        var known = await store.Inner.GetValueAsync(key, cancellation);
        if (known is null)
        {
            // A schedule begins when a host first sees it.
            await store.Inner.SetValueAsync(key, Write(now), lifetime: null, ifVersion: 0, cancellation);
            return;
        }

        var last = Read(known.Value);
        if (last >= now)
        {
            // The clock was put back: what has run does not run again.
            return;
        }

        var schedule = queue.Handler.Schedule!;
        var due = times.Latest(last, now, schedule.Missed is MissedRuns.All ? schedule.MaxMissed : 1);
        if (due.Count == 0)
        {
            return;
        }

        foreach (var occurrence in due.Where(occurrence => schedule.Missed is not MissedRuns.Skip || now - occurrence <= MaxLate))
        {
            await PluginJobs.EnqueueAsync(gateway, queue, JobItem.Of(queue.PluginKey, queue.Handler, occurrence, now));
        }

        // Another host may have been faster; then it has stored the same.
        await store.Inner.SetValueAsync(key, Write(due[^1]), lifetime: null, known.Version, cancellation);
    }

    private static byte[] Write(DateTimeOffset last) =>
        Encoding.UTF8.GetBytes(last.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    private static DateTimeOffset Read(ReadOnlyMemory<byte> last) =>
        DateTimeOffset.Parse(Encoding.UTF8.GetString(last.Span), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
