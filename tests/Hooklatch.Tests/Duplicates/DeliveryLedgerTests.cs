using Hooklatch.Duplicates;
using Hooklatch.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Duplicates;

/// <summary>What is remembered of deliveries, and who hears that one has ended.</summary>
public sealed class DeliveryLedgerTests
{
    private readonly DeliveryLedger _ledger = new(new HooklatchOptions { MaxDuplicateEntries = 4 }, new FakeTimeProvider());

    [Fact]
    public void Everyone_who_waits_hears_that_the_delivery_has_ended()
    {
        _ledger.Claim(Key(1), out var claim, out _, out _);
        Assert.Equal(ClaimOutcome.Running, _ledger.Claim(Key(1), out _, out var first, out _));
        Assert.Equal(ClaimOutcome.Running, _ledger.Claim(Key(1), out _, out var second, out _));
        Assert.False(first.IsCompleted || second.IsCompleted);

        claim!.Complete(202);

        Assert.True(first.IsCompleted && second.IsCompleted);
        Assert.Equal(ClaimOutcome.Taken, _ledger.Claim(Key(1), out _, out _, out var status));
        Assert.Equal(202, status);
    }

    [Fact]
    public void No_more_is_remembered_than_the_capacity_and_the_latest_half_always()
    {
        for (var number = 1; number <= 5; number++)
        {
            _ledger.Claim(Key(number), out var claim, out _, out _);
            claim!.Complete(200);
        }

        Assert.Equal([false, false, true, true, true], Enumerable.Range(1, 5).Select(IsAccepted));
    }

    private static DeliveryKey Key(int number) => new(0, (ulong)number);

    private bool IsAccepted(int number)
    {
        var outcome = _ledger.Claim(Key(number), out var claim, out _, out _);
        claim?.Release();
        return outcome is ClaimOutcome.Taken;
    }
}
