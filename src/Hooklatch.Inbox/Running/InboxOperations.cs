namespace Hooklatch.Inbox.Running;

/// <inheritdoc cref="IInboxOperations"/>
internal sealed class InboxOperations(InboxStore store, InboxWorker worker, Recollection recollection) : IInboxOperations
{
    private IInboxStore Store => store.Inner;

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Check();
        return Store.SearchAsync(query, cancellationToken);
    }

    public async ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        await Store.FindAsync(id, cancellationToken) is { } record ? recollection.Complete(record) : null;

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        Store.GetDepthAsync(cancellationToken);

    public async ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } record)
        {
            return new InboxReplay(InboxReplayKind.NotFound);
        }

        if (onlyIfNotDone && record.Summary.State is not (InboxState.Dead or InboxState.Quarantined or InboxState.Dismissed))
        {
            return new InboxReplay(InboxReplayKind.NotNeeded, Verification: record.Verification);
        }

        if (recollection.HasNoQueue(record))
        {
            return new InboxReplay(InboxReplayKind.Inline, Verification: record.Verification);
        }

        // It may have been erased meanwhile.
        var replay = await Store.ReplayAsync(id, cancellationToken);
        worker.WakeForAll();
        return new InboxReplay(replay is null ? InboxReplayKind.NotFound : InboxReplayKind.Replayed, replay, record.Verification);
    }

    public async ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken)
    {
        var isReady = await Store.RequeueAsync(id, cancellationToken);
        worker.WakeForAll();
        return isReady;
    }

    public async ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken)
    {
        var isAside = await Store.DismissAsync(id, cancellationToken);
        // The next of its key may go on.
        worker.WakeForAll();
        return isAside;
    }

    public ValueTask PauseAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
        SetPausedAsync(plugin, endpoint, isPaused: true, cancellationToken);

    public ValueTask ResumeAsync(string plugin, string? endpoint, CancellationToken cancellationToken) =>
        SetPausedAsync(plugin, endpoint, isPaused: false, cancellationToken);

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        Store.GetPausesAsync(cancellationToken);

    public async ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (what is { Id: null, DeliveryId: null, Plugin: null, Before: null })
        {
            throw new ArgumentException("Say what is to be erased: an id, a plugin or an age.", nameof(what));
        }

        if (what is { Endpoint: not null, Plugin: null })
        {
            throw new ArgumentException("An endpoint is one of a plugin: name the plugin as well.", nameof(what));
        }

        var erased = await Store.EraseAsync(what, cancellationToken);
        worker.WakeForAll();
        return erased;
    }

    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Store.AddAuditAsync(entry, cancellationToken);
    }

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        Store.ReadAuditAsync(before, size, cancellationToken);

    private async ValueTask SetPausedAsync(string plugin, string? endpoint, bool isPaused, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(plugin);
        await Store.SetPausedAsync(new InboxPause(plugin, endpoint), isPaused, cancellation);
        await worker.ReadPausesAsync(cancellation);
        worker.WakeForAll();
    }
}
