using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Sessions.Tests.Testing;

/// <summary>Time that passes only when a test says so, and that tells a test what is being waited for.</summary>
internal sealed class ObservedTime() : FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000))
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>How long the next timer is set for, also one that is set later. The first of a send is its deadline.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether nothing else was waited for.</summary>
    public bool IsQuiet => !_waits.Reader.TryPeek(out _);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
