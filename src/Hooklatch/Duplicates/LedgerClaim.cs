using Hooklatch.Deliveries;

namespace Hooklatch.Duplicates;

/// <summary>The right to run one delivery, as the ledger of this process keeps it.</summary>
internal sealed class LedgerClaim(DeliveryLedger ledger, DeliveryKey key) : DeliveryClaim
{
    private TaskCompletionSource? _ended;
    private int _isEnded;

    public DeliveryKey Key { get; } = key;

    /// <summary>Completes when the claim has ended, either way. Only the ledger asks, while it holds its lock.</summary>
    public Task Ended => (_ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <inheritdoc/>
    public override void Complete(int status) => End(status);

    /// <inheritdoc/>
    public override void Release() => End(null);

    private void End(int? status)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            ledger.End(this, status);
            _ended?.SetResult();
        }
    }
}
