using Hooklatch.Duplicates;
using Hooklatch.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Duplicates;

/// <summary>What is remembered of deliveries, and who hears that one has ended.</summary>
public sealed class DeliveryLedgerTests
{
    private readonly DeliveryLedger _ledger = new(new HooklatchOptions { DuplicateCapacity = 4 }, new FakeTimeProvider());

    [Fact]
    public void Everyone_who_waits_hears_that_the_delivery_has_ended()
    {
        _ledger.Claim(1, out var claim, out _, out _);
        Assert.Equal(ClaimOutcome.Running, _ledger.Claim(1, out _, out var first, out _));
        Assert.Equal(ClaimOutcome.Running, _ledger.Claim(1, out _, out var second, out _));
        Assert.False(first.IsCompleted || second.IsCompleted);

        claim!.Complete(202);

        Assert.True(first.IsCompleted && second.IsCompleted);
        Assert.Equal(ClaimOutcome.Taken, _ledger.Claim(1, out _, out _, out var status));
        Assert.Equal(202, status);
    }

    [Fact]
    public void No_more_is_remembered_than_the_capacity_and_the_latest_half_always()
    {
        for (UInt128 key = 1; key <= 5; key++)
        {
            _ledger.Claim(key, out var claim, out _, out _);
            claim!.Complete(200);
        }

        Assert.Equal([false, false, true, true, true], new UInt128[] { 1, 2, 3, 4, 5 }.Select(IsTaken));
    }

    private bool IsTaken(UInt128 key)
    {
        var outcome = _ledger.Claim(key, out var claim, out _, out _);
        claim?.Release();
        return outcome is ClaimOutcome.Taken;
    }
}
