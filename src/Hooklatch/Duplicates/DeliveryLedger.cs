namespace Hooklatch.Duplicates;

/// <summary>
/// Which deliveries are running and which were taken, in memory and within bounds: the newer half of the deliveries that were taken is kept
/// while the older one is dropped. A delivery that is running is never dropped.
/// </summary>
internal sealed class DeliveryLedger(HooklatchOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DeliveryKey, LedgerClaim> _running = [];
    private Dictionary<DeliveryKey, Taken> _newer = [];
    private Dictionary<DeliveryKey, Taken> _older = [];

    /// <summary>
    /// Claims a delivery: it is now this request's to run, or it was taken before, or another request is running it.
    /// </summary>
    /// <param name="key">What tells the delivery from others.</param>
    /// <param name="claim">This request's own claim, if it got it.</param>
    /// <param name="ended">Completes when the running claim has ended, if there is one.</param>
    /// <param name="status">The status of the first answer, if it was taken.</param>
    public ClaimOutcome Claim(DeliveryKey key, out LedgerClaim? claim, out Task ended, out int status)
    {
        lock (_lock)
        {
            (claim, ended, status) = (null, Task.CompletedTask, 0);
            if (_running.TryGetValue(key, out var running))
            {
                ended = running.Ended;
                return ClaimOutcome.Running;
            }

            if (
                (_newer.TryGetValue(key, out var taken) || _older.TryGetValue(key, out taken))
                && taken.UntilTicks > time.GetUtcNow().UtcTicks
            )
            {
                status = taken.Status;
                return ClaimOutcome.Taken;
            }

            claim = new LedgerClaim(this, key);
            _running.Add(key, claim);
            return ClaimOutcome.Claimed;
        }
    }

    /// <summary>Ends a claim: the delivery was taken with a status, or it was not and the sender's next try may run.</summary>
    public void End(LedgerClaim claim, int? status)
    {
        lock (_lock)
        {
            _running.Remove(claim.Key);
            if (status is { } taken)
            {
                Keep(claim.Key, new Taken((time.GetUtcNow() + options.DuplicateRetention).UtcTicks, taken));
            }
        }
    }

    private void Keep(DeliveryKey key, Taken taken)
    {
        if (_newer.Count >= options.MaxDuplicateEntries / 2)
        {
            // Its room is used again: to grow into as much anew is garbage by the megabyte.
            _older.Clear();
            (_older, _newer) = (_newer, _older);
        }

        _newer[key] = taken;
    }

    /// <summary>There are a hundred thousand of them: a DateTimeOffset would take twice the room.</summary>
    private readonly record struct Taken(long UntilTicks, int Status);
}
