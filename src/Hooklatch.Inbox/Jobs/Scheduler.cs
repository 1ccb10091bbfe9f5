using Hooklatch.Inbox.Running;
using Hooklatch.Inbox.Telemetry;
using Hooklatch.Jobs;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Jobs;

/// <summary>
/// Stores the runs of recurring jobs when their time comes. Every host does so: an occurrence is stored once, whoever is first, and the store knows up to when
/// they were stored.
/// </summary>
internal sealed class Scheduler(Slots slots, InboxGateway gateway, InboxStore store, InboxTelemetry telemetry, TimeProvider time)
    : BackgroundService
{
    /// <summary>How often it looks at the clock, which somebody may have set.</summary>
    private static readonly TimeSpan MaxSleep = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);

    /// <summary>How late an occurrence may be that is not missed.</summary>
    private static readonly TimeSpan MaxLate = TimeSpan.FromMinutes(1);

    /// <summary>How many occurrences that are not missed are stored at once.</summary>
    private const int MaxOnTime = 61;

    /// <summary>A clock that was wrong once by more than this must not hold a schedule until that time comes.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private ScheduleWatch[] _schedules = [];
    private TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _lookedAt;
    private DateTimeOffset _looksAgainAt;

    /// <summary>Completes once everything was stored that was due at a time, also where that was before.</summary>
    public async Task WhenLookedAsync(DateTimeOffset at)
    {
        while (_schedules.Length > 0)
        {
            Task looked;
            lock (_lock)
            {
                if (_lookedAt >= at || _looksAgainAt > at)
                {
                    return;
                }

                looked = _looked.Task;
            }

            await looked;
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
                .Select(queue => new ScheduleWatch(queue, new(queue.Handler.Schedule!, queue.Handler.Target))),
        ];
        return _schedules.Length == 0 ? Task.CompletedTask : base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var next = now + MaxSleep;
            foreach (var schedule in _schedules)
            {
                try
                {
                    var again = await LookAsync(schedule, now, stoppingToken);
                    next = again < next ? again.Value : next;
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
                    schedule.Look.Forget();
                    next = now + AfterError < next ? now + AfterError : next;
                }
            }

            NoteLooked(now, next);
            var sleep = next - time.GetUtcNow();
            if (sleep > TimeSpan.Zero)
            {
                await Task.Delay(sleep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void NoteLooked(DateTimeOffset at, DateTimeOffset again)
    {
        TaskCompletionSource looked;
        lock (_lock)
        {
            (_lookedAt, _looksAgainAt) = (at, again);
            (looked, _looked) = (_looked, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        looked.SetResult();
    }

    /// <summary>Looks at one schedule, where it is time for that.</summary>
    /// <returns>When it is to be looked at again; <see langword="null"/> where it never comes to pass again.</returns>
    private async Task<DateTimeOffset?> LookAsync(ScheduleWatch watch, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!store.IsOpen || !watch.Queue.IsServed)
        {
            // What is due while nobody runs it is missed; who is served again makes up for it.
            watch.Look.Forget();
            return watch.Times.Next(now);
        }

        if (!watch.Look.IsDue(now))
        {
            return watch.Look.Next;
        }

        if (!await StoreDueAsync(watch, now, cancellation))
        {
            watch.Look.Forget();
            return now + AfterError;
        }

        var next = watch.Times.Next(now);
        watch.Look.Note(now, next);
        return next;
    }

    /// <summary>Stores what is due of one schedule.</summary>
    /// <returns>Whether there was room for it; where not, it is stored later.</returns>
    private async Task<bool> StoreDueAsync(ScheduleWatch watch, DateTimeOffset now, CancellationToken cancellation)
    {
        var (queue, times) = (watch.Queue, watch.Times);
        var schedule = queue.Handler.Schedule!;
        var key = new ValueKey(queue.PluginKey, ValueKey.Schedules, queue.Endpoint);
        var known = await store.Inner.GetValueAsync(key, cancellation);
        var mark = ScheduleMark.Read(known?.Value);
        if (mark?.IsOf(schedule) is false && watch.Last <= now)
        {
            // A host with an earlier version of the plugin, which ran beside this one, has begun its schedule anew: this one goes on with its own.
            mark = ScheduleMark.Of(schedule, watch.Last.Value);
        }

        if (mark is null || !mark.IsOf(schedule) || mark.Last > now + MaxAhead)
        {
            if (mark?.IsOf(schedule) is true)
            {
                telemetry.ScheduleAhead(queue.PluginKey, queue.Endpoint, mark.Last);
            }

            // A schedule begins when a host first sees it, and anew where it was changed.
            await store.Inner.SetValueAsync(key, ScheduleMark.Of(schedule, now).Write(), null, known?.Version ?? 0, cancellation);
            watch.Last = now;
            return true;
        }

        watch.Last = mark.Last;
        if (mark.Last >= now)
        {
            // The clock was put back: what has run does not run again.
            return true;
        }

        var due = Due(times, schedule, mark.Last, now);
        foreach (var occurrence in due)
        {
            var item = JobItem.Of(queue.PluginKey, queue.Handler, occurrence, now);
            if (await gateway.AcceptAsync(queue, item) is not { Kind: not InboxAcceptanceKind.Full })
            {
                telemetry.ScheduleHeld(queue.PluginKey, queue.Endpoint, occurrence);
                return false;
            }
        }

        if (times.Latest(mark.Last, now, 1) is [var latest])
        {
            // Another host may have been faster; then it has stored the same.
            await store.Inner.SetValueAsync(key, ScheduleMark.Of(schedule, latest).Write(), null, known!.Version, cancellation);
            watch.Last = latest;
        }

        return true;
    }

    /// <summary>What is stored of the occurrences since the last one: all that are on time, and of those that were missed what the schedule says.</summary>
    private static IEnumerable<DateTimeOffset> Due(CronSchedule times, JobSchedule schedule, DateTimeOffset last, DateTimeOffset now)
    {
        var missedUntil = now - MaxLate;
        var made = schedule.Missed switch
        {
            MissedRuns.Once => 1,
            MissedRuns.All => schedule.MaxMissed,
            _ => 0,
        };
        var missed = made > 0 && last < missedUntil ? times.Latest(last, missedUntil, made) : [];
        return missed.Concat(times.Latest(last < missedUntil ? missedUntil : last, now, MaxOnTime));
    }
}
