namespace Hooklatch.Duplicates;

/// <summary>The right to run one delivery. It ends with a status of the 2xx, or without one so that the sender's next try runs.</summary>
internal sealed class DeliveryClaim(DeliveryLedger ledger, DeliveryKey key)
{
    private TaskCompletionSource? _ended;
    private int _isEnded;

    public DeliveryKey Key { get; } = key;

    /// <summary>Completes when the claim has ended, either way. Only the ledger asks, while it holds its lock.</summary>
    public Task Ended => (_ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>The delivery was taken: a copy of it is answered with this status.</summary>
    public void Complete(int status) => End(status);

    /// <summary>The delivery was not taken. Without effect where it was completed.</summary>
    public void Release() => End(null);

    private void End(int? status)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            ledger.End(this, status);
            _ended?.SetResult();
        }
    }
}
