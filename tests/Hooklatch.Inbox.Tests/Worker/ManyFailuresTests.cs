using Hooklatch.Testing;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What depends on a service fails all at once when that goes down, and must not come back all at once.</summary>
public sealed class ManyFailuresTests
{
    private const int Count = 10_000;
    private const int Buckets = 20;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_failures_spread_their_retries()
    {
        var memory = new InMemoryInboxStore();
        var store = new ObservedStore(memory);
        await using var host = await QueueHost.StartAsync(store, does: (_, _) => throw new IOException("It is down."));
        await host.Operations.PauseAsync("tests.queue", "/plain", Ended);
        await host.AcceptedAsync(host.PostAsync("/plain"));
        var first = (await memory.ReadAsync((await host.StoredAsync())[0].Id, Ended))!;
        for (var number = 1; number < Count; number++)
        {
            await memory.AcceptAsync(first, claim: false, Ended);
        }

        await host.Operations.ResumeAsync("tests.queue", "/plain", Ended);
        var delays = new List<TimeSpan>();
        while (delays.Count < Count)
        {
            delays.Add((await store.NextEndAsync()).Result.Delay);
        }

        // A half to all of two seconds.
        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        var buckets = new int[Buckets];
        delays.ForEach(delay => buckets[Math.Min(Buckets - 1, (int)((delay.TotalSeconds - 1) * Buckets))]++);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Count} failures: {buckets.Min()} to {buckets.Max()} of their retries in each {1000 / Buckets} ms, {Count / Buckets} would be even"
        );
        // Five standard deviations of an even spread are 110.
        Assert.All(buckets, bucket => Assert.InRange(bucket, (Count / Buckets) - 125, (Count / Buckets) + 125));
    }
}
