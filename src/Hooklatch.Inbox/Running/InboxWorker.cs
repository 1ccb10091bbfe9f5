using System.Collections.Concurrent;
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

    /// <summary>How often the store is asked before pauses are read again.</summary>
    private const int MaxClaims = 64;

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<(long Id, long Token), InboxWork> _held = new();
    private DateTimeOffset? _stoppingAt;
    private int _suspects;
    private int _isAwake;
    private int _unwritten;
    private DateTimeOffset _pausesReadAt;
    private Task _pump = Task.CompletedTask;

    /// <summary>Known for good: a run may ask for it after the source is gone.</summary>
    private CancellationToken EndingToken { get; set; }

    /// <summary>When the store was asked the last time, for whoever wants to know whether the worker lives.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>How many runs have ended whose ends are not on stable storage yet.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    /// <summary>Opens the store before the server listens: a request that comes in finds it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        EndingToken = _ending.Token;
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
        Wake();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        telemetry.Draining(slots.Running);
        var left = (_stoppingAt ?? time.GetUtcNow()) + options.DrainTimeout - time.GetUtcNow();
        await WaitAsync(slots.WhenEmptyAsync(), left, cancellationToken);
        if (slots.Running > 0)
        {
            await EndHandlersAsync();
            await WaitAsync(slots.WhenEmptyAsync(), InboxOptions.EndTimeout, CancellationToken.None);
        }

        telemetry.Drained(slots.Running);
        if (Unwritten > slots.Running)
        {
            await WaitAsync(_written.Task, InboxOptions.EndTimeout, CancellationToken.None);
        }

        // Whatever ends after this is stale.
        foreach (var work in _held.Values)
        {
            try
            {
                await store
                    .Inner.EndAsync(work, InboxResult.Released(), CancellationToken.None)
                    .AsTask()
                    .WaitAsync(InboxOptions.EndTimeout, time, CancellationToken.None);
            }
#pragma warning disable CA1031 // It runs again as a suspect then, which is the worst that may happen.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }
        }
    }

    private async Task EndHandlersAsync()
    {
        try
        {
            await _ending.CancelAsync();
        }
        catch (AggregateException)
        {
            // What a handler does when its token is cancelled is its own.
        }
    }

    private async Task WaitAsync(Task task, TimeSpan atMost, CancellationToken cancellation)
    {
        if (atMost > TimeSpan.Zero)
        {
            await task.WaitAsync(atMost, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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
        _ = Detached(() => RunAsync(queue, work, item, isAlone: false));

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
                    store.NoteAvailable();
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

            await SleepAsync(next);
        }
    }

    /// <summary>Claims what there is room for, until the store has no more, or others are to be asked for their wishes.</summary>
    /// <returns>When to ask again.</returns>
    private async Task<DateTimeOffset> ClaimAsync()
    {
        for (var round = 0; round < MaxClaims; round++)
        {
            if (Unwritten >= MaxUnwritten || slots.Claimable() is not { } claim)
            {
                return AskedAt + PollInterval;
            }

            var stored = slots.StoredSoFar(claim);
            var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
            store.NoteAvailable();
            AskedAt = time.GetUtcNow();
            slots.Forget(claim, stored, claimed.Work);
            foreach (var work in claimed.Work)
            {
                if (!slots.TryFind(work.Plugin, work.Endpoint, out var queue))
                {
                    continue;
                }

                if (slots.TryTakeClaimed(queue))
                {
                    Begin(queue, work);
                }
                else
                {
                    // What came in meanwhile has taken the room.
                    GiveBack(queue, work);
                }
            }

            if (claimed.HasSuspects && Volatile.Read(ref _suspects) == 0)
            {
                await RunSuspectsAsync();
            }

            if (claimed.Work.Count == 0)
            {
                var poll = AskedAt + PollInterval;
                return claimed.NextDueAt < poll ? claimed.NextDueAt.Value : poll;
            }
        }

        return AskedAt;
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
            await slots.WhenEmptyAsync().WaitAsync(MaxAlone, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            do
            {
                if (_stopping.IsCancellationRequested || slots.Suspects() is not { } claim)
                {
                    return;
                }

                var claimed = await store.Inner.ClaimAsync(claim, _stopping.Token);
                AskedAt = time.GetUtcNow();
                if (claimed.Work is not [var work] || !slots.TryFind(work.Plugin, work.Endpoint, out var queue))
                {
                    return;
                }

                var isAlone = slots.Running == 0;
                slots.TakeExclusively(queue);
                Interlocked.Increment(ref _suspects);
                telemetry.Suspect(work);
                var running = Detached(() => RunAsync(queue, work, item: null, isAlone));
                await running.WaitAsync(MaxAlone, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    private async Task RunAsync(EndpointQueue queue, InboxWork work, InboxItem? item, bool isAlone)
    {
        // A token tells the claims of one delivery apart, not deliveries.
        _held[(work.Id, work.Token)] = work;
        Interlocked.Increment(ref _unwritten);
        try
        {
            var held = 0L;
            InboxResult result;
            try
            {
                (result, item, held) = await BeginAsync(queue, work, item, isAlone);
            }
            finally
            {
                if (held > 0)
                {
                    queue.Share.ReturnMemory(held);
                }

                if (!work.IsSuspect)
                {
                    // A slot is for a handler that runs: the next one begins while the end is written.
                    slots.Return(queue);
                    if (slots.MayHaveBacklog)
                    {
                        Wake();
                    }
                }
            }

            await WriteAsync(queue, work, result, hasOrder: item is not { OrderKey: null });
        }
        finally
        {
            _held.TryRemove((work.Id, work.Token), out _);
            if (work.IsSuspect)
            {
                // The next suspect is claimed only once this one is written down.
                Interlocked.Decrement(ref _suspects);
                slots.Return(queue);
                Wake();
            }

            if (Interlocked.Decrement(ref _unwritten) == 0 && _stopping.IsCancellationRequested)
            {
                _written.TrySetResult();
            }
        }
    }

    /// <summary>Reads a delivery and runs it. Whatever goes wrong before its handler begins is no try of it.</summary>
    private async Task<(InboxResult Result, InboxItem? Item, long Held)> BeginAsync(
        EndpointQueue queue,
        InboxWork work,
        InboxItem? item,
        bool isAlone
    )
    {
        // What comes in was charged by the gateway, and is given back with the run.
        var held = item?.Size ?? 0;
        try
        {
            item ??= await store.Inner.ReadAsync(work.Id, EndingToken);
            if (item is null)
            {
                return (InboxResult.Released(), null, 0);
            }

            if (held == 0)
            {
                if (!queue.Share.TryTakeMemory(item.Size))
                {
                    return (run.WithoutRoom(work), item, 0);
                }

                held = item.Size;
            }

            await store.Inner.MarkStartedAsync(work, isAlone, EndingToken);
        }
        catch (OperationCanceledException) when (EndingToken.IsCancellationRequested)
        {
            return (InboxResult.Released(), item, held);
        }
        catch (InvalidDataException error)
        {
            // What was stored of this one is damaged: no other try mends it, and others must not wait for it.
            var failure = Failure.Of(error);
            telemetry.Dead(work, item, failure);
            return (InboxResult.Dead(failure.Type, failure.Message, failure.Fingerprint), item, held);
        }
#pragma warning disable CA1031 // Whatever a store throws, nothing has run.
        catch (Exception error)
#pragma warning restore CA1031
        {
            store.NoteUnavailable(error);
            return (run.Postponed(work), item, held);
        }

        return (await run.RunAsync(queue, work, item, EndingToken), item, held);
    }

    /// <summary>Gives back a claim that has no slot.</summary>
    private void GiveBack(EndpointQueue queue, InboxWork work)
    {
        Interlocked.Increment(ref _unwritten);
        _ = Detached(async () =>
        {
            try
            {
                await WriteAsync(queue, work, InboxResult.Released(), hasOrder: true);
            }
            finally
            {
                Interlocked.Decrement(ref _unwritten);
            }
        });
    }

    /// <summary>Writes down how a delivery ended, as often as it takes: until then it would run again.</summary>
    private async Task WriteAsync(EndpointQueue queue, InboxWork work, InboxResult result, bool hasOrder)
    {
        var delay = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                if (!await store.Inner.EndAsync(work, result, CancellationToken.None))
                {
                    telemetry.Stale(work);
                }

                store.NoteAvailable();
                // It may be due soon, or have let the next of its key pass.
                if (result.State is not InboxState.Done || hasOrder)
                {
                    slots.Remember(queue);
                    Wake();
                }

                return;
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything. What ended must not run again because of it.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }

            if (lifetime.ApplicationStopped.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(delay, time, CancellationToken.None);
            delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, TimeSpan.FromSeconds(5).Ticks));
        }
    }

    /// <summary>Runs something that no request lends its context to: what a handler sees is the same at every try.</summary>
    private static Task Detached(Func<Task> run)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(run);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(run);
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
