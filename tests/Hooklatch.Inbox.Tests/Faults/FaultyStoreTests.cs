using Hooklatch.Inbox.Tests.Memory;
using Hooklatch.Inbox.Tests.Model;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Faults;

/// <summary>What the tests of the worker stand on: a store does wrong what it is told to, and nothing else.</summary>
public sealed class FaultyStoreTests : IAsyncLifetime
{
    private readonly MemoryStoreFixture _fixture = new(new MemoryInbox());
    private readonly FaultyStore _store;

    public FaultyStoreTests() => _store = new(_fixture.Store, _fixture.Time);

    public async ValueTask InitializeAsync() => await _fixture.OpenAsync(ModelWalk.Limits);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task What_fails_does_nothing_and_other_calls_go_on()
    {
        _store.Fail(StoreCalls.Accept);

        await Assert.ThrowsAsync<InboxUnavailableException>(AcceptAsync);
        Assert.Equal(0, await RowsAsync());

        _store.Heal();
        await AcceptAsync();
        Assert.Equal((2, 1), (_store.Count(StoreCalls.Accept), await RowsAsync()));
    }

    [Fact]
    public async Task What_fails_afterwards_is_done_and_its_answer_is_lost()
    {
        _store.FailAfterwards(StoreCalls.Accept | StoreCalls.Claim);

        await Assert.ThrowsAsync<InboxUnavailableException>(AcceptAsync);
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task What_is_frozen_goes_on_when_it_is_healed_and_ends_when_it_is_cancelled()
    {
        _store.Freeze(StoreCalls.Accept);
        using var cancel = new CancellationTokenSource();
        var (frozen, cancelled) = (AcceptAsync(), _store.AcceptAsync(Item(), false, cancel.Token).AsTask());
        await _store.UntilCalledAsync(StoreCalls.Accept, 2);
        Assert.False(frozen.IsCompleted || cancelled.IsCompleted);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _store.Heal(StoreCalls.Claim);
        Assert.False(frozen.IsCompleted);
        _store.Heal(StoreCalls.Accept);
        await frozen;
        Assert.Equal(1, await RowsAsync());
    }

    [Fact]
    public async Task What_is_slow_goes_on_when_its_time_has_passed()
    {
        _store.Delay(TimeSpan.FromSeconds(2), StoreCalls.Accept);
        var slow = AcceptAsync();

        _fixture.Time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(slow.IsCompleted);
        _fixture.Time.Advance(TimeSpan.FromTicks(1));
        await slow;
    }

    [Fact]
    public async Task Each_call_has_a_switch_of_its_own()
    {
        _store.Fail();
        var work = new InboxWork
        {
            Id = 1,
            Token = 1,
            Plugin = "tests.one",
            Endpoint = "/a",
            Attempt = 1,
        };
        Func<ValueTask>[] calls =
        [
            async () => await _store.AcceptAsync(Item(), false, default),
            () => _store.RecordAsync(Item(), InboxResult.Done(), default),
            async () => await _store.ClaimAsync(new([], 1), default),
            async () => await _store.MarkStartedAsync(work, true, default),
            async () => await _store.EndAsync(work, InboxResult.Done(), default),
            async () => await _store.ReadAsync(1, default),
            async () => await _store.SearchAsync(new(), default),
            async () => await _store.FindAsync(1, default),
            async () => await _store.GetDepthAsync(default),
            async () => await _store.ReplayAsync(1, default),
            async () => await _store.RequeueAsync(1, default),
            async () => await _store.DismissAsync(1, default),
            () => _store.SetPausedAsync(new("tests.one", null), true, default),
            async () => await _store.GetPausesAsync(default),
            async () => await _store.EraseAsync(new() { Id = 1 }, default),
            async () => await _store.SweepAsync(new(default, 1, default), default),
            async () => await _store.ReportAsync(work, default, default),
            async () => await _store.GetValueAsync(new("p", "s", "k"), default),
            async () => await _store.SetValueAsync(new("p", "s", "k"), default, null, null, default),
            async () => await _store.DeleteValueAsync(new("p", "s", "k"), default),
            () => _store.SetDisabledAsync("tests.one", true, default),
            async () => await _store.GetDisabledAsync(default),
            () => _store.AddAuditAsync(Entry, default),
            async () => await _store.ReadAuditAsync(null, 1, default),
        ];
        for (var index = 0; index < calls.Length; index++)
        {
            var call = (StoreCalls)(1 << index);
            await Assert.ThrowsAsync<InboxUnavailableException>(() => calls[index]().AsTask());
            Assert.Equal(1, _store.Count(call));
            _store.Heal(call);
            await calls[index]();
            Assert.Equal(2, _store.Count(call));
        }

        Assert.Equal((int)StoreCalls.All, (1 << calls.Length) - 1);
    }

    private static InboxAuditEntry Entry { get; } =
        new()
        {
            Who = "ops",
            Action = "pause",
            Target = "tests.one",
        };

    private static InboxItem Item() =>
        new()
        {
            Plugin = "tests.one",
            Endpoint = "/a",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Body = new byte[1],
        };

    private async Task AcceptAsync() => await _store.AcceptAsync(Item(), false, TestContext.Current.CancellationToken);

    private async Task<int> RowsAsync() =>
        (await _fixture.Store.SearchAsync(new(), TestContext.Current.CancellationToken)).Deliveries.Count;
}
