using System.Collections.Concurrent;
using Hooklatch.Inbox.Telemetry;
using Hooklatch.Verification.Lookups;

namespace Hooklatch.Inbox.Running;

/// <summary>Takes a claim from its slot to its end: reads the delivery, runs it, gives the slot back, has the end written down.</summary>
internal sealed class WorkRunner(InboxStore store, Slots slots, TimedRun timed, EndWriter ends, WakeSignal signal, InboxTelemetry telemetry)
    : IDisposable
{
    private readonly CancellationTokenSource _ending = new();

    /// <summary>The claims that are not ended. A token tells the claims of one delivery apart, not deliveries.</summary>
    private readonly ConcurrentDictionary<(long Id, long Token), (InboxWork Work, RunEnding Ending)> _held = new();
    private int _suspects;

    /// <summary>Whether a suspect runs.</summary>
    public bool HasSuspect => Volatile.Read(ref _suspects) > 0;

    /// <summary>Begins a delivery that holds a slot. It ends by itself.</summary>
    /// <param name="queue">Its endpoint.</param>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it, where it is known already; then its bytes are charged to the endpoint.</param>
    public void Begin(WorkQueue queue, InboxWork work, InboxItem? item = null) => _ = StartAsync(queue, work, item, isAlone: false);

    /// <summary>Runs a suspect that holds a slot.</summary>
    public Task RunSuspectAsync(WorkQueue queue, InboxWork work, bool isAlone)
    {
        telemetry.Suspect(work);
        Interlocked.Increment(ref _suspects);
        return StartAsync(queue, work, item: null, isAlone);
    }

    /// <summary>Gives back a claim that has no slot.</summary>
    public void GiveBack(WorkQueue queue, InboxWork work) =>
        _ = Detached.RunAsync(() => ends.WriteAsync(queue, work, InboxResult.Released(), mayFreeKey: true, isRevoked: false));

    /// <summary>Tells the handlers that run that they have to end.</summary>
    public async Task EndHandlersAsync()
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

    /// <summary>Gives back what still runs, so that it is no suspect after the next start. Whatever ends after this is stale.</summary>
    public Task GiveBackAllAsync() =>
        Task.WhenAll(_held.Values.Select(held => ends.TryWriteAsync(held.Work, InboxResult.Released(), isRevoked: false)));

    /// <summary>Tells a handler whose claim is none any more.</summary>
    public void Revoke(long id, long token)
    {
        if (_held.TryGetValue((id, token), out var held))
        {
            held.Ending.Revoke();
        }
    }

    public void Dispose() => _ending.Dispose();

    /// <summary>No request lends its context to it: what a handler sees is the same at every try.</summary>
    private Task StartAsync(WorkQueue queue, InboxWork work, InboxItem? item, bool isAlone)
    {
        // Known from here on, so that it can be taken back before it has begun.
        var ending = new RunEnding(_ending.Token);
        _held[(work.Id, work.Token)] = (work, ending);
        return Detached.RunAsync(() => RunAsync(queue, work, item, isAlone, ending));
    }

    private async Task RunAsync(WorkQueue queue, InboxWork work, InboxItem? item, bool isAlone, RunEnding ending)
    {
        try
        {
            var charge = new Charge(queue.Share, item?.Size ?? 0);
            InboxResult result;
            try
            {
                (result, item) = await ReadAndRunAsync(queue, work, item, isAlone, charge, ending);
            }
            finally
            {
                charge.Return();
                if (!work.IsSuspect)
                {
                    // A slot is for a handler that runs: the next one begins while the end is written.
                    slots.Return(queue);
                    if (slots.MayHaveBacklog)
                    {
                        signal.Wake();
                    }
                }
            }

            // What could not be read may have had a key.
            await ends.WriteAsync(queue, work, result, mayFreeKey: item is null || item.OrderKey is not null, ending.IsRevoked);
        }
        finally
        {
            _held.TryRemove((work.Id, work.Token), out _);
            ending.Dispose();
            if (work.IsSuspect)
            {
                // The next suspect is claimed only once this one is written down.
                Interlocked.Decrement(ref _suspects);
                slots.Return(queue);
                signal.Wake();
            }
        }
    }

    /// <summary>Reads a delivery and runs it. Whatever goes wrong before its handler begins is no try of it.</summary>
    private async Task<(InboxResult Result, InboxItem? Item)> ReadAndRunAsync(
        WorkQueue queue,
        InboxWork work,
        InboxItem? item,
        bool isAlone,
        Charge charge,
        RunEnding ending
    )
    {
        try
        {
            if (item is null)
            {
                item = await store.Inner.ReadAsync(work.Id, ending.Token);
                if (item is null)
                {
                    // Erased since it was claimed.
                    return (InboxResult.Released(), null);
                }

                if (!charge.TryTake(item.Size))
                {
                    return (timed.Postponed(work, "the memory budget has no room for it"), item);
                }
            }

            if (!await store.Inner.MarkStartedAsync(work, isAlone, ending.Token))
            {
                ending.Revoke();
            }
        }
        catch (OperationCanceledException) when (ending.IsWithdrawn)
        {
            return (InboxResult.Released(), item);
        }
        catch (InvalidDataException error)
        {
            // What was stored of this one is damaged: no other try mends it, and others must not wait for it.
            return (timed.Dead(Failure.Of(error), work, item), item);
        }
#pragma warning disable CA1031 // Whatever a store throws, nothing has run.
        catch (Exception error)
#pragma warning restore CA1031
        {
            store.NoteUnavailable(error);
            return (timed.Postponed(work, "the store could not be read"), item);
        }

        var isServed = queue.IsServed && !ending.IsWithdrawn;
        return (isServed ? await queue.RunAsync(work, item, ending) : InboxResult.Released(), item);
    }
}
