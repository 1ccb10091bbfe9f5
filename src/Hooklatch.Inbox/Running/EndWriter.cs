using Hooklatch.Inbox.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>Writes down how deliveries ended, as often as it takes: what is not written runs again.</summary>
internal sealed class EndWriter(
    InboxStore store,
    Slots slots,
    WakeSignal signal,
    InboxTelemetry telemetry,
    TimeProvider time,
    IHostApplicationLifetime lifetime
)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private TaskCompletionSource? _allWritten;
    private int _unwritten;

    /// <summary>How many ends are not on stable storage yet.</summary>
    public int Unwritten => Volatile.Read(ref _unwritten);

    /// <summary>Completes when all are.</summary>
    public Task WhenWrittenAsync()
    {
        lock (_lock)
        {
            return _unwritten == 0 ? Task.CompletedTask : (_allWritten ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <param name="queue">The delivery's endpoint.</param>
    /// <param name="work">The claim.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="mayFreeKey">Whether another delivery may wait for this one.</param>
    /// <param name="isRevoked">Whether it is known that the claim is none any more.</param>
    public async Task WriteAsync(WorkQueue queue, InboxWork work, InboxResult result, bool mayFreeKey, bool isRevoked)
    {
        Begin();
        try
        {
            for (var delay = FirstDelay; !await TryWriteAsync(work, result, isRevoked); delay = Longer(delay))
            {
                if (lifetime.ApplicationStopped.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(delay, time, CancellationToken.None);
            }
        }
        finally
        {
            End();
        }

        // It may be due soon, or have let the next of its key pass.
        if (result.State is not InboxState.Done || mayFreeKey)
        {
            slots.Remember(queue);
            signal.Wake();
        }
    }

    /// <summary>Writes once.</summary>
    /// <returns>Whether it is written, or was written by somebody else before.</returns>
    public async Task<bool> TryWriteAsync(InboxWork work, InboxResult result, bool isRevoked)
    {
        try
        {
            if (!await store.Inner.EndAsync(work, result, CancellationToken.None))
            {
                telemetry.Stale(work, isRevoked);
            }

            store.NoteAvailable();
            return true;
        }
#pragma warning disable CA1031 // A store of somebody's own may throw anything. What ended must not run again because of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            store.NoteUnavailable(error);
            return false;
        }
    }

    private static TimeSpan Longer(TimeSpan delay) => delay * 2 < LongestDelay ? delay * 2 : LongestDelay;

    private void Begin()
    {
        lock (_lock)
        {
            _unwritten++;
        }
    }

    private void End()
    {
        TaskCompletionSource? all = null;
        lock (_lock)
        {
            if (--_unwritten == 0)
            {
                (all, _allWritten) = (_allWritten, null);
            }
        }

        all?.SetResult();
    }
}
