namespace Hooklatch.Inbox.Sealing;

/// <summary>
/// A store whose bodies are sealed, whatever store it is. What is read is opened, also what was stored before there was a key; nothing is sealed while no key is
/// configured.
/// </summary>
internal sealed class SealedStore(IInboxStore inner, LiveBodyKeys keys) : IInboxStore
{
    public string Description => inner.Description;

    /// <summary>What logs in its own name.</summary>
    public Type StoreType => inner.GetType();

    /// <summary>Whether bodies are sealed now.</summary>
    public bool Seals => keys.Current.ActiveId is not null;

    public Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken) => inner.OpenAsync(context, cancellationToken);

    public ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken) =>
        inner.AcceptAsync(Seal(item), claim, cancellationToken);

    public ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken) =>
        inner.RecordAsync(Seal(item), result, cancellationToken);

    public ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken) =>
        inner.ClaimAsync(claim, cancellationToken);

    public ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken) =>
        inner.MarkStartedAsync(work, isAlone, cancellationToken);

    public ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken) =>
        inner.EndAsync(work, result.Report is { } report ? result.WithReport(SealReport(work, report)) : result, cancellationToken);

    public ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken) =>
        inner.ReportAsync(work, SealReport(work, report), cancellationToken);

    public async ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken) =>
        await inner.ReadAsync(id, cancellationToken) is { } item ? BodySealer.Open(item, keys.Current) : null;

    public ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken) =>
        inner.SearchAsync(query, cancellationToken);

    public async ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        await inner.FindAsync(id, cancellationToken) is { } record
            ? record with
            {
                Item = BodySealer.Open(record.Item, keys.Current),
                Report = record.Report is { } report
                    ? SealedBytes.Open(record.Item.Plugin, record.Item.Endpoint, ReportName(id), report, keys.Current)
                    : default(ReadOnlyMemory<byte>?),
            }
            : null;

    public ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken) =>
        inner.GetDepthAsync(cancellationToken);

    /// <summary>The copy has the bytes of the first one, which stay sealed with the key that they have.</summary>
    public ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken) => inner.ReplayAsync(id, cancellationToken);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) => inner.RequeueAsync(id, cancellationToken);

    public ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken) => inner.DismissAsync(id, cancellationToken);

    public ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken) =>
        inner.SetPausedAsync(what, isPaused, cancellationToken);

    public ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken) =>
        inner.GetPausesAsync(cancellationToken);

    public ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken) => inner.EraseAsync(what, cancellationToken);

    public ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken) =>
        inner.SetDisabledAsync(plugin, isDisabled, cancellationToken);

    public ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken) =>
        inner.GetDisabledAsync(cancellationToken);

    public async ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        await inner.GetValueAsync(key, cancellationToken) is { } value
            ? value with
            {
                Value = SealedBytes.Open(key.Plugin, key.Scope, key.Key, value.Value, keys.Current),
            }
            : null;

    public ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    ) =>
        inner.SetValueAsync(
            key,
            // What the worker notes of schedules is no secret, and has to be read for longer than a key may be kept.
            key.Scope != ValueKey.Schedules
            && Key is var (id, secret)
                ? SealedBytes.Seal(key.Plugin, key.Scope, key.Key, value, id, secret)
                : value,
            lifetime,
            ifVersion,
            cancellationToken
        );

    public ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken) =>
        inner.DeleteValueAsync(key, cancellationToken);

    /// <summary>It holds no body, and has to be read when keys are gone.</summary>
    public ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken) =>
        inner.AddAuditAsync(entry, cancellationToken);

    public ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken) =>
        inner.ReadAuditAsync(before, size, cancellationToken);

    public ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken) =>
        inner.SweepAsync(retention, cancellationToken);

    /// <summary>The store is a service of the host, which ends it.</summary>
    public ValueTask DisposeAsync() => default;

    /// <summary>What seals now; <see langword="null"/> where nothing does.</summary>
    private (string Id, byte[] Secret)? Key
    {
        get
        {
            var current = keys.Current;
            // The start checks it.
            return current.ActiveId is not { } id ? null
                : current.Find(id) is { } key ? (id, key)
                : throw new InboxUnavailableException($"The key {id}, which seals stored bodies, is not configured.");
        }
    }

    private static string ReportName(long id) => $"report {id}";

    private InboxItem Seal(InboxItem item) => Key is var (id, secret) ? BodySealer.Seal(item, id, secret) : item;

    private ReadOnlyMemory<byte> SealReport(InboxWork work, ReadOnlyMemory<byte> report) =>
        Key is var (id, secret) ? SealedBytes.Seal(work.Plugin, work.Endpoint, ReportName(work.Id), report, id, secret) : report;
}
