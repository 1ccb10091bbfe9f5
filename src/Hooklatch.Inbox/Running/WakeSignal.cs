namespace Hooklatch.Inbox.Running;

/// <summary>Says that the store may hold something to run, to the one who claims it.</summary>
internal sealed class WakeSignal(TimeProvider time) : IDisposable
{
    /// <summary>The longest sleep: the clock may be set back after a time was computed by it, and the wait would be longer by that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _permit = new(0);
    private int _isAwake;

    public void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
        {
            _permit.Release();
        }
    }

    /// <summary>Says that any endpoint may have something to run.</summary>
    public void WakeForAll(Slots slots)
    {
        foreach (var queue in slots.Queues)
        {
            slots.Remember(queue);
        }

        Wake();
    }

    /// <summary>Waits until somebody calls, a time has come, or the host stops.</summary>
    public async Task SleepAsync(DateTimeOffset until, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var wait = until - time.GetUtcNow();
        using var timer = time.CreateTimer(
            static over => ((CancellationTokenSource)over!).Cancel(),
            over,
            wait < TimeSpan.Zero ? TimeSpan.Zero
                : wait < Longest ? wait
                : Longest,
            Timeout.InfiniteTimeSpan
        );
        // Asked for once more: it may have come before the timer was set.
        if (time.GetUtcNow() < until)
        {
            await _permit.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A call that nobody slept through is taken note of with the rest. What comes before the next line finds the store asked after it.
        _ = await _permit.WaitAsync(TimeSpan.Zero, CancellationToken.None);
        Volatile.Write(ref _isAwake, 0);
    }

    public void Dispose() => _permit.Dispose();
}
