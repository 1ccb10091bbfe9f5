using System.Collections.Concurrent;

namespace Hooklatch.Inbox.Tests.Faults;

/// <summary>
/// A store that a test makes unavailable, slow or frozen, call by call. Each switch takes the place of the one before for the calls that it names, and holds
/// until <see cref="Heal"/>.
/// </summary>
/// <param name="inner">What carries the calls out.</param>
/// <param name="time">The clock that a delay is measured by.</param>
internal sealed class FaultyStore(IInboxStore inner, TimeProvider time) : IInboxStore
{
    private readonly ConcurrentDictionary<StoreCalls, Fault> _faults = new();
    private readonly ConcurrentDictionary<StoreCalls, int> _counts = new();
    private readonly Lock _lock = new();
    private readonly List<(StoreCalls Calls, int Count, TaskCompletionSource Reached)> _watches = [];

    public string Description => inner.Description;

    /// <summary>The calls throw <see cref="InboxUnavailableException"/>, and nothing is done.</summary>
    public void Fail(StoreCalls calls = StoreCalls.All) => Set(calls, new(FaultKind.Fail));

    /// <summary>The calls are carried out and then throw <see cref="InboxUnavailableException"/>: the answer is lost.</summary>
    public void FailAfterwards(StoreCalls calls = StoreCalls.All) => Set(calls, new(FaultKind.FailAfterwards));

    /// <summary>The calls do not return before <see cref="Heal"/>, unless they are cancelled; then they are carried out.</summary>
    public void Freeze(StoreCalls calls = StoreCalls.All) => Set(calls, new(FaultKind.Freeze));

    /// <summary>The calls are carried out after a time.</summary>
    public void Delay(TimeSpan by, StoreCalls calls = StoreCalls.All) => Set(calls, new(FaultKind.Delay) { By = by });

    /// <summary>The calls are as they should be again, and what was frozen goes on.</summary>
    public void Heal(StoreCalls calls = StoreCalls.All | StoreCalls.Open) => Set(calls, null);

    /// <summary>How often the calls have begun.</summary>
    public int Count(StoreCalls calls) => Each(calls).Sum(call => _counts.GetValueOrDefault(call));

    /// <summary>Completes once the calls have begun so often, over all the time of the store.</summary>
    public Task UntilCalledAsync(StoreCalls calls, int count = 1)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _watches.Add((calls, count, reached));
        }

        Notify();
        return reached.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken) =>
        await DoAsync(StoreCalls.Open, () => inner.OpenAsync(context, cancellationToken), cancellationToken);

    public ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Accept, () => inner.AcceptAsync(item, claim, cancellationToken), cancellationToken);

    public async ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken) =>
        await DoAsync(StoreCalls.Record, () => inner.RecordAsync(item, result, cancellationToken).AsTask(), cancellationToken);

    public ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Claim, () => inner.ClaimAsync(claim, cancellationToken), cancellationToken);

    public async ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken) =>
        await DoAsync(StoreCalls.MarkStarted, () => inner.MarkStartedAsync(work, isAlone, cancellationToken).AsTask(), cancellationToken);

    public ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.End, () => inner.EndAsync(work, result, cancellationToken), cancellationToken);

    public ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Read, () => inner.ReadAsync(id, cancellationToken), cancellationToken);

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Search, () => inner.SearchAsync(query, cancellationToken), cancellationToken);

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Find, () => inner.FindAsync(id, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.GetDepth, () => inner.GetDepthAsync(cancellationToken), cancellationToken);

    public ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Replay, () => inner.ReplayAsync(id, cancellationToken), cancellationToken);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Requeue, () => inner.RequeueAsync(id, cancellationToken), cancellationToken);

    public ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Report, () => inner.ReportAsync(work, report, cancellationToken), cancellationToken);

    public ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.GetValue, () => inner.GetValueAsync(key, cancellationToken), cancellationToken);

    public ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    ) => DoAsync(StoreCalls.SetValue, () => inner.SetValueAsync(key, value, lifetime, ifVersion, cancellationToken), cancellationToken);

    public ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.DeleteValue, () => inner.DeleteValueAsync(key, cancellationToken), cancellationToken);

    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Dismiss, () => inner.DismissAsync(id, cancellationToken), cancellationToken);

    public async ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken) =>
        await DoAsync(StoreCalls.SetPaused, () => inner.SetPausedAsync(what, isPaused, cancellationToken).AsTask(), cancellationToken);

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.GetPauses, () => inner.GetPausesAsync(cancellationToken), cancellationToken);

    public async ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken) =>
        await DoAsync(
            StoreCalls.SetDisabled,
            () => inner.SetDisabledAsync(plugin, isDisabled, cancellationToken).AsTask(),
            cancellationToken
        );

    public ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.GetDisabled, () => inner.GetDisabledAsync(cancellationToken), cancellationToken);

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Erase, () => inner.EraseAsync(what, cancellationToken), cancellationToken);

    public async ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) =>
        await DoAsync(StoreCalls.AddAudit, () => inner.AddAuditAsync(entry, cancellationToken).AsTask(), cancellationToken);

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.ReadAudit, () => inner.ReadAuditAsync(before, size, cancellationToken), cancellationToken);

    public ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken) =>
        DoAsync(StoreCalls.Sweep, () => inner.SweepAsync(retention, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<bool> DoAsync(StoreCalls call, Func<Task> action, CancellationToken cancellationToken) =>
        await DoAsync(
            call,
            async ValueTask<bool> () =>
            {
                await action();
                return true;
            },
            cancellationToken
        );

    private async ValueTask<T> DoAsync<T>(StoreCalls call, Func<ValueTask<T>> action, CancellationToken cancellationToken)
    {
        var fault = _faults.GetValueOrDefault(call);
        _counts.AddOrUpdate(call, 1, (_, count) => count + 1);
        Notify();
        switch (fault?.Kind)
        {
            case FaultKind.Fail:
                throw new InboxUnavailableException("A test says so.");
            case FaultKind.FailAfterwards:
                await action();
                throw new InboxUnavailableException("A test says so, after it was done.");
            case FaultKind.Freeze:
                await fault.Healed.Task.WaitAsync(cancellationToken);
                break;
            case FaultKind.Delay:
                await Task.Delay(fault.By, time, cancellationToken);
                break;
        }

        return await action();
    }

    private void Set(StoreCalls calls, Fault? fault)
    {
        foreach (var call in Each(calls))
        {
            // One object for each call, since each is healed by itself.
            _faults.TryRemove(call, out var before);
            if (fault is not null)
            {
                _faults[call] = new(fault.Kind) { By = fault.By };
            }

            before?.Healed.TrySetResult();
        }
    }

    private void Notify()
    {
        lock (_lock)
        {
            foreach (var watch in _watches.Where(watch => Count(watch.Calls) >= watch.Count).ToArray())
            {
                watch.Reached.TrySetResult();
                _watches.Remove(watch);
            }
        }
    }

    private static IEnumerable<StoreCalls> Each(StoreCalls calls) =>
        Enum.GetValues<StoreCalls>().Where(call => call is not (StoreCalls.None or StoreCalls.All) && calls.HasFlag(call));

    private enum FaultKind
    {
        Fail,
        FailAfterwards,
        Freeze,
        Delay,
    }

    private sealed class Fault(FaultKind kind)
    {
        public FaultKind Kind { get; } = kind;

        public TimeSpan By { get; init; }

        public TaskCompletionSource Healed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
