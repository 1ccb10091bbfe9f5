using Hooklatch.Inbox;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Testing;

/// <summary>
/// The inbox in memory, for tests: it keeps deliveries as long as the object lives, and does what every store does. It may be used by many threads at once.
/// </summary>
/// <remarks>
/// A test that ends a host and starts the next one with the same object sees what a restart does: what the first host had claimed is ready again, and what
/// was running is a suspect. It takes no lock: whoever opens it last holds it, and the claims of the one before are stale.
/// </remarks>
/// <example>
/// <code>
/// var inbox = new InMemoryInboxStore();
/// builder.Services.AddSingleton&lt;IInboxStore&gt;(inbox);
/// builder.AddHooklatch().AddInbox();
/// </code>
/// </example>
public sealed class InMemoryInboxStore : IInboxStore
{
    private readonly Lock _lock = new();
    private readonly MemoryInbox _inbox;
    private bool _isOpen;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc cref="InMemoryInboxStore"/>
    public InMemoryInboxStore()
        : this(new MemoryInbox()) { }

    internal InMemoryInboxStore(MemoryInbox inbox) => _inbox = inbox;

    /// <inheritdoc/>
    public string Description => "memory";

    /// <inheritdoc/>
    public Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _inbox.Open(context);
            _isOpen = true;
        }

        return Task.CompletedTask;
    }

    /// <summary>Closes the store. What it keeps is there when it is opened again.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isOpen = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Do(inbox => inbox.Accept(item, claim), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(result);
        await Do(inbox => inbox.Record(item, result), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Do(inbox => inbox.Claim(claim), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Do(inbox => inbox.MarkStarted(work, isAlone), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(result);
        return Do(inbox => inbox.End(work, result), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Do(inbox => inbox.Report(work, report), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken) => Do(inbox => inbox.Read(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Do(inbox => inbox.Search(query), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        Do(inbox => inbox.Find(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        Do(inbox => inbox.GetDepth(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken) => Do(inbox => inbox.Replay(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => Do(inbox => inbox.Requeue(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) => Do(inbox => inbox.Dismiss(id), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        await Do(inbox => inbox.SetPaused(what, isPaused), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        Do(inbox => inbox.GetPauses(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        await Do(inbox => inbox.SetDisabled(plugin, isDisabled), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        Do(inbox => inbox.GetDisabled(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        return Do(inbox => inbox.Erase(what), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        Do(inbox => inbox.GetValue(key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    ) => Do(inbox => inbox.SetValue(key, value, lifetime, ifVersion), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        Do(inbox => inbox.DeleteValue(key), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await Do(inbox => inbox.AddAudit(entry), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        Do(inbox => inbox.ReadAudit(before, size), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return Do(inbox => inbox.Sweep(retention), cancellationToken);
    }

    /// <summary>Completes once nothing runs, and nothing that is due waits to run.</summary>
    public async Task WhenIdleAsync()
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_inbox.IsIdle)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.ConfigureAwait(false);
        }
    }

    private ValueTask<T> Do<T>(Func<MemoryInbox, T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        TaskCompletionSource changed;
        lock (_lock)
        {
            if (!_isOpen)
            {
                return ValueTask.FromException<T>(new InboxUnavailableException("The inbox in memory is not open."));
            }

            var result = action(_inbox);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            changed.SetResult();
            return ValueTask.FromResult(result);
        }
    }
}
