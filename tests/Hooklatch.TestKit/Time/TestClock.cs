using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.TestKit.Time;

/// <summary>Time that passes only when a test says so, and that tells a test what is being waited for.</summary>
internal sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> _awaited = new();

    public TestClock()
        : this(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)) { }

    /// <summary>Whether nothing else was waited for.</summary>
    public bool IsQuiet => !_waits.Reader.TryPeek(out _);

    /// <summary>How long the next timer is set for, also one that is set later.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Completes once somebody waits for exactly this time, also if that was before.</summary>
    public Task UntilWaitedForAsync(TimeSpan time) => Awaited(time).Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        Awaited(dueTime).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Awaited(TimeSpan time) =>
        _awaited.GetOrAdd(time, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
