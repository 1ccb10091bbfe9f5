using System.Buffers;
using System.IO.Pipelines;
using Hooklatch.Bodies;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Bodies;

public sealed class BodyDeadlineTests : IDisposable
{
    private const int Mebibyte = 1 << 20;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly CountingTime _time = new();
    private readonly ReadingRoom _room;
    private readonly Pipe _pipe = Requests.Lockstep();

    public BodyDeadlineTests() => _room = new ReadingRoom(new BodyLimits { MaxSize = 8 * Mebibyte }, _time);

    public void Dispose()
    {
        _room.AssertNothingHeld();
        _room.Dispose();
    }

    [Fact]
    public async Task Three_of_ten_bytes_are_too_slow_after_five_seconds()
    {
        var reading = _room.ReadAsync(_pipe.Reader, declared: 10).AsTask();
        await SendAsync(3);

        _time.Advance(TimeSpan.FromSeconds(5) - Moment);
        Assert.False(reading.IsCompleted);
        _time.Advance(2 * Moment);

        var result = await reading;
        Assert.Equal((BodyFailure.TooSlow, 408), (result.Failure, result.StatusCode));
    }

    [Fact]
    public async Task Each_declared_mebibyte_adds_a_second()
    {
        var reading = _room.ReadAsync(_pipe.Reader, declared: 2 * Mebibyte).AsTask();

        _time.Advance(TimeSpan.FromSeconds(7) - Moment);
        Assert.False(reading.IsCompleted);
        _time.Advance(Moment);

        Assert.Equal(BodyFailure.TooSlow, (await reading).Failure);
    }

    [Fact]
    public async Task A_chunked_body_earns_its_time_by_arriving()
    {
        var reading = _room.ReadAsync(_pipe.Reader).AsTask();
        await SendAsync(Mebibyte);

        _time.Advance(TimeSpan.FromSeconds(6) - Moment);
        Assert.False(reading.IsCompleted);
        _time.Advance(Moment);

        Assert.Equal(BodyFailure.TooSlow, (await reading).Failure);
    }

    [Fact]
    public async Task A_drop_now_and_then_does_not_keep_a_body_alive()
    {
        var reading = _room.ReadAsync(_pipe.Reader).AsTask();
        for (var second = 0; second < 5; second++)
        {
            await SendAsync(1);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _time.Advance(Moment);

        Assert.Equal(BodyFailure.TooSlow, (await reading).Failure);
    }

    [Fact]
    public async Task A_body_in_time_is_read_and_its_timer_is_gone()
    {
        var reading = _room.ReadAsync(_pipe.Reader, declared: 4).AsTask();
        await SendAsync(2);
        _time.Advance(TimeSpan.FromSeconds(4));
        await SendAsync(2);
        await _pipe.Writer.CompleteAsync();

        using var body = (await reading).Body;

        Assert.Equal(4, body!.Length);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (_time.TimersCreated, _time.TimersDisposed));
    }

    [Fact]
    public async Task A_body_that_is_there_needs_no_timer()
    {
        using var small = await _room.ReadBodyAsync(new byte[100]);
        using var joined = await _room.ReadBodyAsync(new byte[100], new byte[100]);

        Assert.Equal(0, _time.TimersCreated);
    }

    [Fact]
    public async Task Someone_elses_cancellation_of_a_read_is_not_a_deadline()
    {
        var reading = _room.ReadAsync(_pipe.Reader, declared: 2).AsTask();
        _pipe.Reader.CancelPendingRead();
        await SendAsync(2);
        await _pipe.Writer.CompleteAsync();

        using var body = (await reading).Body;

        Assert.Equal(2, body!.Length);
    }

    [Fact]
    public async Task Bytes_that_come_with_the_end_are_too_late()
    {
        var reading = _room.ReadAsync(new LastMomentReader(Mebibyte)).AsTask();

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(BodyFailure.TooSlow, (await reading).Failure);
    }

    private async Task SendAsync(int count) => await _pipe.Writer.WriteAsync(new byte[count], TestContext.Current.CancellationToken);

    /// <summary>Has nothing until its read is cancelled.</summary>
    private sealed class LastMomentReader(int size) : PipeReader
    {
        private readonly TaskCompletionSource<ReadResult> _read = new();

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(_read.Task);

        public override void CancelPendingRead() =>
            _read.SetResult(new ReadResult(new ReadOnlySequence<byte>(new byte[size]), isCanceled: true, isCompleted: false));

        public override void AdvanceTo(SequencePosition consumed) { }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) { }

        public override void Complete(Exception? exception = null) { }

        public override bool TryRead(out ReadResult result) => throw new NotSupportedException();
    }

    private sealed class CountingTime : FakeTimeProvider
    {
        public int TimersCreated { get; private set; }

        public int TimersDisposed { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            TimersCreated++;
            return new Counted(this, base.CreateTimer(callback, state, dueTime, period));
        }

        private sealed class Counted(CountingTime time, ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                time.TimersDisposed++;
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
