using System.Threading.Channels;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A store that tells a test how deliveries end, and that fails or hangs where a test says so.</summary>
internal sealed class ObservedStore(IInboxStore inner) : IInboxStore
{
    private readonly Channel<(InboxWork Work, InboxResult Result)> _ends = Channel.CreateUnbounded<(InboxWork, InboxResult)>();

    private readonly Channel<(InboxItem Item, InboxResult Result)> _records = Channel.CreateUnbounded<(InboxItem, InboxResult)>();

    private readonly Channel<long> _dismissals = Channel.CreateUnbounded<long>();

    /// <summary>What every call throws; <see langword="null"/> where the store works.</summary>
    public Exception? Error { get; set; }

    /// <summary>What reading a delivery throws; <see langword="null"/> where it is whole.</summary>
    public Exception? Damage { get; set; }

    /// <summary>What an acceptance waits for before it returns.</summary>
    public Task AcceptsAfter { get; set; } = Task.CompletedTask;

    public string Description => inner.Description;

    /// <summary>How the next delivery ended, once that is stored.</summary>
    public async Task<(InboxWork Work, InboxResult Result)> NextEndAsync() =>
        await _ends.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The next delivery that is recorded, once that is stored.</summary>
    public async Task<(InboxItem Item, InboxResult Result)> NextRecordAsync() =>
        await _records.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The next delivery that is put aside, once that is stored.</summary>
    public async Task<long> NextDismissalAsync() =>
        await _dismissals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>What a recording waits for before it begins.</summary>
    public Task RecordsAfter { get; set; } = Task.CompletedTask;

    public Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken) => inner.OpenAsync(context, cancellationToken);

    public async ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken)
    {
        var accepted = await Working.AcceptAsync(item, claim, cancellationToken);
        await AcceptsAfter;
        return accepted;
    }

    public async ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken)
    {
        await RecordsAfter;
        await Working.RecordAsync(item, result, cancellationToken);
        _records.Writer.TryWrite((item, result));
    }

    public ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken) =>
        Working.ClaimAsync(claim, cancellationToken);

    public ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken) =>
        Working.MarkStartedAsync(work, isAlone, cancellationToken);

    public async ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken)
    {
        var isHeld = await Working.EndAsync(work, result, cancellationToken);
        _ends.Writer.TryWrite((work, result));
        return isHeld;
    }

    public ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken) =>
        Damage is null ? Working.ReadAsync(id, cancellationToken) : throw Damage;

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken) =>
        Working.SearchAsync(query, cancellationToken);

    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) => Working.FindAsync(id, cancellationToken);

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        Working.GetDepthAsync(cancellationToken);

    public ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken) => Working.ReplayAsync(id, cancellationToken);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => Working.RequeueAsync(id, cancellationToken);

    /// <summary>What a report throws; <see langword="null"/> where it is kept.</summary>
    public Exception? ReportError { get; set; }

    public ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken) =>
        ReportError is null ? Working.ReportAsync(work, report, cancellationToken) : throw ReportError;

    /// <summary>How often values were read.</summary>
    public int ValueReads { get; private set; }

    public ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken)
    {
        ValueReads++;
        return Working.GetValueAsync(key, cancellationToken);
    }

    public ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    ) => Working.SetValueAsync(key, value, lifetime, ifVersion, cancellationToken);

    public ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        Working.DeleteValueAsync(key, cancellationToken);

    public async ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken)
    {
        var isAside = await Working.DismissAsync(id, cancellationToken);
        _dismissals.Writer.TryWrite(id);
        return isAside;
    }

    public ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken) =>
        Working.SetPausedAsync(what, isPaused, cancellationToken);

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        Working.GetPausesAsync(cancellationToken);

    public ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken) =>
        Working.SetDisabledAsync(plugin, isDisabled, cancellationToken);

    public ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        Working.GetDisabledAsync(cancellationToken);

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) =>
        Working.EraseAsync(what, cancellationToken);

    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) =>
        Working.AddAuditAsync(entry, cancellationToken);

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        Working.ReadAuditAsync(before, size, cancellationToken);

    public ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken) =>
        Working.SweepAsync(retention, cancellationToken);

    // The store outlives its hosts, as a file does.
    public ValueTask DisposeAsync() => default;

    private IInboxStore Working => Error is null ? inner : throw Error;
}
