using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>
/// Runs what is stored: claims what this host serves and has room for, runs each delivery, writes down how it ended. A delivery that comes in while there is
/// room is claimed with the transaction that stores it and begins at once.
/// </summary>
internal sealed class InboxWorker(
    InboxStore store,
    Slots slots,
    DeliveryRun run,
    InboxOptions options,
    InboxTelemetry telemetry,
    TimeProvider time,
    IHostApplicationLifetime lifetime
) : IHostedLifecycleService, IDisposable
{
    /// <summary>How often the store is asked although nobody said that there is something.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    /// <summary>How often what is paused is read, which another host may have changed.</summary>
    private static readonly TimeSpan PauseInterval = TimeSpan.FromSeconds(2);

    /// <summary>How long a suspect has the process for itself.</summary>
    private static readonly TimeSpan MaxAlone = TimeSpan.FromSeconds(30);

    /// <summary>How many ends may wait to be written before nothing more is begun.</summary>
    private const int MaxUnwritten = 4096;

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _wake = new(0);
    private int _isAwake;
    private int _unwritten;
    private DateTimeOffset _pausesReadAt;
    private Task _pump = Task.CompletedTask;

    /// <summary>When the store was asked the last time, for whoever wants to know whether the worker lives.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>How many runs have ended whose ends are not on stable storage yet.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    /// <summary>Opens the store before the server listens: a request that comes in finds it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        await ReadPausesAsync(cancellationToken);
        foreach (var depth in await store.Inner.GetDepthAsync(cancellationToken))
        {
            telemetry.Found(depth, isServed: slots.TryFind(depth.Plugin, depth.Endpoint, out _));
        }
    }

    /// <summary>Begins once every plugin is started.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        AskedAt = time.GetUtcNow();
        _pump = Task.Run(PumpAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>The host stops: nothing more is begun, and what comes in while the server drains is stored for the next start.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        slots.Close();
        return Task.CompletedTask;
    }

    /// <summary>Gives the handlers that run their time, then has them end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        slots.Close();
        await _stopping.CancelAsync();
        Wake();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        telemetry.Draining(slots.Running);
        var drained = slots.WhenEmptyAsync();
        await drained.WaitAsync(options.DrainTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!drained.IsCompleted)
        {
            await _ending.CancelAsync();
            // Handlers that notice end now, and their deliveries are given back.
            await drained
                .WaitAsync(TimeSpan.FromSeconds(2), time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        telemetry.Drained(slots.Running);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopping.Dispose();
        _ending.Dispose();
        _wake.Dispose();
    }

    /// <summary>Says that the store may hold something to run.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
        {
            _wake.Release();
        }
    }

    /// <summary>The same, where nobody knows of which endpoint.</summary>
    public void WakeForAll()
    {
        foreach (var queue in slots.Queues)
        {
            slots.Remember(queue);
        }

        Wake();
    }

    /// <summary>Begins a delivery that holds a slot. It ends by itself.</summary>
    public void Begin(EndpointQueue queue, InboxWork work, InboxItem? item = null) =>
        _ = Task.Run(() => RunAsync(queue, work, item, isAlone: false), CancellationToken.None);

    /// <summary>Reads what is paused, at once where somebody has changed it.</summary>
    public async Task ReadPausesAsync(CancellationToken cancellation)
    {
        slots.SetPauses(await store.Inner.GetPausesAsync(cancellation));
        _pausesReadAt = time.GetUtcNow();
        Wake();
    }

    private async Task PumpAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            AskedAt = time.GetUtcNow();
            var next = AskedAt + PollInterval;
            try
            {
                if (AskedAt - _pausesReadAt >= PauseInterval)
                {
                    slots.SetPauses(await store.Inner.GetPausesAsync(_stopping.Token));
                    _pausesReadAt = AskedAt;
                }

                next = await ClaimAsync();
                store.NoteAvailable();
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (InboxUnavailableException error)
            {
                store.NoteUnavailable(error);
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and the deliveries that it holds wait.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }

            await SleepAsync(next);
        }
    }

    /// <summary>Claims what there is room for, until the store has no more.</summary>
    /// <returns>When to ask again.</returns>
    private async Task<DateTimeOffset> ClaimAsync()
    {
        var poll = AskedAt + PollInterval;
        while (Unwritten < MaxUnwritten && slots.Claimable() is { } claim)
        {
            slots.Forget(claim);
            var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
            foreach (var work in claimed.Work)
            {
                if (slots.TryFind(work.Plugin, work.Endpoint, out var queue))
                {
                    slots.Take(queue, 1);
                    Begin(queue, work);
                }
            }

            if (claimed.HasSuspects)
            {
                await RunSuspectsAsync();
            }

            if (claimed.Work.Count == 0)
            {
                return claimed.NextDueAt < poll ? claimed.NextDueAt.Value : poll;
            }

            // Some of it may be left; who holds all the room gives it back with a call.
            slots.Remember(claim);
        }

        return poll;
    }

    /// <summary>Runs the deliveries that were running when a process died, one after the other and, as far as that is possible, alone.</summary>
    private async Task RunSuspectsAsync()
    {
        slots.SetExclusive(true);
        try
        {
            await slots.WhenEmptyAsync().WaitAsync(MaxAlone, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!_stopping.IsCancellationRequested && slots.Suspects() is { } claim)
            {
                var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
                if (claimed.Work is not [var work] || !slots.TryFind(work.Plugin, work.Endpoint, out var queue))
                {
                    return;
                }

                var isAlone = slots.Running == 0;
                slots.TakeExclusively(queue);
                telemetry.Suspect(work);
                var running = RunAsync(queue, work, item: null, isAlone);
                await running.WaitAsync(MaxAlone, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!running.IsCompleted)
                {
                    // It lives longer than others can wait. If the process dies from now on, it may have been any of them.
                    await store.Inner.MarkStartedAsync(work, isAlone: false, _stopping.Token);
                    return;
                }
            }
        }
        finally
        {
            slots.SetExclusive(false);
        }
    }

    private async Task RunAsync(EndpointQueue queue, InboxWork work, InboxItem? item, bool isAlone)
    {
        var result = InboxResult.Released();
        try
        {
            item ??= await store.Inner.ReadAsync(work.Id, _ending.Token);
            if (item is not null)
            {
                await store.Inner.MarkStartedAsync(work, isAlone, _ending.Token);
                result = await run.RunAsync(queue, work, item, _ending.Token);
            }
        }
        catch (Exception error) when (error is InboxUnavailableException or OperationCanceledException)
        {
            // Nothing ran: it is given back.
        }
#pragma warning disable CA1031 // Whatever is wrong with what is stored, others run.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(error);
            telemetry.Dead(work, item, failure);
            result = InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint);
        }

        var hasOrder = item?.OrderKey is not null;
        Interlocked.Increment(ref _unwritten);
        if (isAlone || work.IsSuspect)
        {
            // The next suspect is claimed only once this one is written down.
            await WriteAsync(queue, work, result, hasOrder);
            slots.Return(queue);
        }
        else
        {
            // A slot is for a handler that runs: the next one begins while the end is written.
            slots.Return(queue);
            if (queue.MayHaveBacklog)
            {
                Wake();
            }

            await WriteAsync(queue, work, result, hasOrder);
        }
    }

    /// <summary>Writes down how a delivery ended, as often as it takes: until then it would run again.</summary>
    private async Task WriteAsync(EndpointQueue queue, InboxWork work, InboxResult result, bool hasOrder)
    {
        var delay = TimeSpan.FromMilliseconds(100);
        try
        {
            while (true)
            {
                try
                {
                    if (!await store.Inner.EndAsync(work, result, CancellationToken.None))
                    {
                        telemetry.Stale(work);
                    }

                    // It may be due soon, or have let the next of its key pass.
                    if (result.State is not InboxState.Done || hasOrder)
                    {
                        slots.Remember(queue);
                        Wake();
                    }

                    return;
                }
                catch (InboxUnavailableException error)
                {
                    store.NoteUnavailable(error);
                    if (lifetime.ApplicationStopped.IsCancellationRequested)
                    {
                        return;
                    }

                    await Task.Delay(delay, time, CancellationToken.None);
                    delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, TimeSpan.FromSeconds(5).Ticks));
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _unwritten);
        }
    }

    /// <summary>Waits until there may be something to run.</summary>
    private async Task SleepAsync(DateTimeOffset until)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var wait = until - time.GetUtcNow();
        using var timer = time.CreateTimer(
            static over => ((CancellationTokenSource)over!).Cancel(),
            over,
            wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan
        );
        // Asked for once more: it may have come before the timer was set.
        if (time.GetUtcNow() < until)
        {
            await _wake.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A call that nobody slept through is taken note of with the rest. What comes before the next line finds the store asked after it.
        _ = await _wake.WaitAsync(TimeSpan.Zero);
        Volatile.Write(ref _isAwake, 0);
    }
}
