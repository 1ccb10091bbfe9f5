using Hooklatch.Endpoints;
using Hooklatch.Inbox.Telemetry;

namespace Hooklatch.Inbox.Running;

/// <summary>Takes the deliveries of queued endpoints, and jobs: on stable storage before the sender hears of it, and begun at once where there is room.</summary>
internal sealed class InboxGateway(
    InboxStore store,
    Slots slots,
    WorkRunner runner,
    WakeSignal signal,
    InboxOptions options,
    InboxTelemetry telemetry,
    TimeProvider time
) : IInbox
{
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        store.Revoked = runner.Revoke;
        store.MayHaveWork = () => signal.WakeForAll(slots);
        return store.OpenAsync(cancellationToken);
    }

    public ValueTask<InboxAcceptance?> AcceptAsync(WebhookEndpoint webhook, InboxItem item) =>
        slots.TryFind(item.Plugin, item.Endpoint, out var queue)
            ? AcceptAsync(queue, item)
            : throw new InvalidOperationException($"The webhook {webhook.Path} is not one that was queued when the host started.");

    /// <summary>Has an item on stable storage before it returns, and run after that.</summary>
    /// <returns>What became of it; <see langword="null"/> where the memory budget has no room for it.</returns>
    /// <exception cref="InboxUnavailableException">It is not known to be stored.</exception>
    public async ValueTask<InboxAcceptance?> AcceptAsync(WorkQueue queue, InboxItem item)
    {
        // The copy that is stored is memory of the host like any other body, and so is what is sealed of it.
        var copy = store.CopyOf(item);
        if (!queue.Share.TryTakeMemory(item.Size + copy))
        {
            return null;
        }

        var hasSlot = item.Delay <= TimeSpan.Zero && slots.TryTake(queue);
        var accepting = AcceptAsync(queue, item, copy, hasSlot);
        try
        {
            // The transaction goes on: a copy that the sender sends next is recognised, or this one runs.
            return await accepting.WaitAsync(options.CommitTimeout, time);
        }
        catch (TimeoutException error)
        {
            var late = new InboxUnavailableException($"The store did not confirm a delivery within {options.CommitTimeout}.", error);
            store.NoteUnavailable(late);
            _ = accepting.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
            throw late;
        }
        catch (InboxUnavailableException error)
        {
            store.NoteUnavailable(error);
            throw;
        }
    }

    /// <summary>Whatever becomes of it, the slot is given back or holds a run.</summary>
    private async Task<InboxAcceptance> AcceptAsync(WorkQueue queue, InboxItem item, long copy, bool hasSlot)
    {
        InboxAcceptance accepted;
        var began = time.GetTimestamp();
        try
        {
            accepted = await store.Inner.AcceptAsync(item, hasSlot, CancellationToken.None);
        }
        catch
        {
            queue.Share.ReturnMemory(item.Size);
            if (hasSlot)
            {
                slots.Return(queue);
            }

            throw;
        }
        finally
        {
            queue.Share.ReturnMemory(copy);
        }

        telemetry.Accepted(item, accepted.Kind, time.GetElapsedTime(began));
        if (accepted.Work is { } work)
        {
            // The run gives back what the delivery holds.
            runner.Begin(queue, work, item);
            return accepted;
        }

        queue.Share.ReturnMemory(item.Size);
        if (hasSlot)
        {
            slots.Return(queue);
        }

        if (accepted.Kind is InboxAcceptanceKind.Accepted or InboxAcceptanceKind.Requeued)
        {
            slots.Remember(queue);
            signal.Wake();
        }

        return accepted;
    }
}
