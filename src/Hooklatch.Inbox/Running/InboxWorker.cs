using Hooklatch.Inbox.Telemetry;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>Claims what is stored, as far as this host serves it and has room, and drains when the host stops.</summary>
internal sealed class InboxWorker(
    InboxStore store,
    Slots slots,
    WorkRunner runner,
    EndWriter ends,
    WakeSignal signal,
    StoredSwitches switches,
    PluginRegistry registry,
    InboxOptions options,
    InboxTelemetry telemetry,
    TimeProvider time
) : IHostedLifecycleService, IDisposable
{
    /// <summary>How often the store is asked although nobody said that there is something.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>How often what is paused is read, which another host may have changed.</summary>
    private static readonly TimeSpan PauseInterval = TimeSpan.FromSeconds(2);

    /// <summary>How long a suspect has the process for itself.</summary>
    private static readonly TimeSpan MaxAlone = TimeSpan.FromSeconds(30);

    /// <summary>How many ends may wait to be written before nothing more is claimed.</summary>
    private const int MaxUnwritten = 4096;

    /// <summary>How often the store is asked before pauses are read again.</summary>
    private const int MaxClaims = 64;

    private readonly CancellationTokenSource _stopping = new();
    private DateTimeOffset? _stoppingAt;
    private long _askedAt;
    private Task _pump = Task.CompletedTask;

    /// <summary>When the store was asked the last time, for whoever wants to know whether the worker lives; <see langword="null"/> before it began.</summary>
    public DateTimeOffset? AskedAt => Volatile.Read(ref _askedAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Reads what is paused and says what is stored, before the server listens. The store is open by then.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadPausesAsync(cancellationToken);
        foreach (var depth in await store.Inner.GetDepthAsync(cancellationToken))
        {
            // A host without plugins only shows the store, and others serve what is in it.
            telemetry.Found(depth, isServed: registry.States.Count == 0 || slots.TryFind(depth.Plugin, depth.Endpoint, out _));
        }
    }

    /// <summary>Begins once every plugin is started.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        NoteAsked();
        _pump = Task.Run(PumpAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>The host stops: nothing more is begun, and what comes in while the server drains is stored for the next start.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stoppingAt = time.GetUtcNow();
        slots.Close();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Gives the handlers that run their time, then has them end, and writes down what has. What does not end is given back: it runs after the next start, as
    /// if it had not begun.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        slots.Close();
        await _stopping.CancelAsync();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        telemetry.Draining(slots.Running);
        var left = (_stoppingAt ?? time.GetUtcNow()) + options.DrainTimeout - time.GetUtcNow();
        await WaitAsync(slots.WhenEmptyAsync(), left, cancellationToken);
        if (slots.Running > 0)
        {
            await runner.EndHandlersAsync();
            await WaitAsync(slots.WhenEmptyAsync(), InboxOptions.EndTimeout, CancellationToken.None);
        }

        telemetry.Drained(slots.Running);
        await WaitAsync(ends.WhenWrittenAsync(), InboxOptions.EndTimeout, CancellationToken.None);
        await WaitAsync(runner.GiveBackAllAsync(), InboxOptions.EndTimeout, CancellationToken.None);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    /// <summary>Reads what is paused, at once where somebody has changed it.</summary>
    public async Task ReadPausesAsync(CancellationToken cancellation)
    {
        slots.SetPauses(await store.Inner.GetPausesAsync(cancellation));
        await switches.FollowAsync(cancellation);
        store.NoteAvailable();
    }

    /// <summary>Says that any endpoint may have something to run.</summary>
    public void WakeForAll() => signal.WakeForAll(slots);

    private async Task PumpAsync()
    {
        var pausesReadAt = time.GetUtcNow();
        while (!_stopping.IsCancellationRequested)
        {
            var now = NoteAsked();
            var next = now + PollInterval;
            try
            {
                if (now - pausesReadAt >= PauseInterval)
                {
                    await ReadPausesAsync(_stopping.Token);
                    pausesReadAt = now;
                }

                next = await ClaimAsync();
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and the deliveries that it holds wait.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }

            await signal.SleepAsync(next, _stopping.Token);
        }
    }

    /// <summary>Claims what there is room for, until the store has no more, or it is time to look around.</summary>
    /// <returns>When to ask again.</returns>
    private async Task<DateTimeOffset> ClaimAsync()
    {
        for (var round = 0; round < MaxClaims; round++)
        {
            if (ends.Unwritten >= MaxUnwritten || slots.Claimable() is not { } claim)
            {
                return time.GetUtcNow() + PollInterval;
            }

            var stored = slots.StoredSoFar(claim);
            var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
            store.NoteAvailable();
            var poll = NoteAsked() + PollInterval;
            slots.Forget(claim, stored, claimed.Work);
            claimed.Work.ToList().ForEach(Begin);
            if (claimed.HasSuspects && !runner.HasSuspect)
            {
                await RunSuspectsAsync();
            }

            if (claimed.Work.Count == 0)
            {
                return claimed.NextDueAt < poll ? claimed.NextDueAt.Value : poll;
            }
        }

        return time.GetUtcNow();
    }

    private void Begin(InboxWork work)
    {
        if (!slots.TryFind(work.Plugin, work.Endpoint, out var queue))
        {
            return;
        }

        if (slots.TryTakeClaimed(queue))
        {
            runner.Begin(queue, work);
        }
        else
        {
            // What came in meanwhile has taken the room.
            runner.GiveBack(queue, work);
        }
    }

    /// <summary>
    /// Runs the deliveries that were running when a process died, one after the other and, as far as that is possible, alone. Others get their turn between
    /// them at least every half a minute.
    /// </summary>
    private async Task RunSuspectsAsync()
    {
        var until = time.GetUtcNow() + MaxAlone;
        slots.SetExclusive(true);
        try
        {
            await WaitAsync(slots.WhenEmptyAsync(), MaxAlone, _stopping.Token);
            do
            {
                if (_stopping.IsCancellationRequested || slots.Suspects() is not { } claim)
                {
                    return;
                }

                var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
                NoteAsked();
                if (claimed.Work is not [var work] || !slots.TryFind(work.Plugin, work.Endpoint, out var queue))
                {
                    return;
                }

                var isAlone = slots.Running == 0;
                slots.TakeExclusively(queue);
                var running = runner.RunSuspectAsync(queue, work, isAlone);
                await WaitAsync(running, MaxAlone, _stopping.Token);
                if (!running.IsCompleted)
                {
                    // It lives longer than others can wait. If the process dies from now on, it may have been any of them.
                    await store.Inner.MarkStartedAsync(work, isAlone: false, _stopping.Token);
                    return;
                }
            } while (time.GetUtcNow() < until);
        }
        finally
        {
            slots.SetExclusive(false);
        }
    }

    private DateTimeOffset NoteAsked()
    {
        var now = time.GetUtcNow();
        Volatile.Write(ref _askedAt, now.UtcTicks);
        return now;
    }

    private async Task WaitAsync(Task task, TimeSpan atMost, CancellationToken cancellation)
    {
        if (atMost > TimeSpan.Zero)
        {
            await task.WaitAsync(atMost, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
