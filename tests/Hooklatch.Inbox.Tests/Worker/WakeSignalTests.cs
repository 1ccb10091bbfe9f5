using Hooklatch.Inbox.Running;

namespace Hooklatch.Inbox.Tests.Worker;

public sealed class WakeSignalTests
{
    /// <summary>The store may hold something that nobody has told of.</summary>
    [Fact]
    public async Task A_clock_that_was_set_back_by_an_hour_makes_nobody_sleep_for_an_hour()
    {
        var time = new TestClock();
        using var signal = new WakeSignal(time);

        var sleeping = signal.SleepAsync(time.GetUtcNow() + TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        Assert.False(sleeping.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await sleeping.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
