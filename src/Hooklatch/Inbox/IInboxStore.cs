namespace Hooklatch.Inbox;

/// <summary>
/// Where accepted deliveries are kept, and their work. What a method has returned is on stable storage. One suite of tests says what a store must do; each
/// store passes it.
/// </summary>
/// <remarks>
/// Every method but <see cref="OpenAsync"/> throws <see cref="InboxUnavailableException"/> while the store cannot be used, and may be called by many
/// threads at once. A cancelled call may have been carried out.
/// </remarks>
public interface IInboxStore : IAsyncDisposable
{
    /// <summary>What it is and where it lies, for logs: <c>SQLite, data/inbox/inbox.db</c>. It holds no password.</summary>
    string Description { get; }

    /// <summary>
    /// Opens the store, creating or migrating it, and takes the right to run its work. What an earlier process had claimed is ready again: without a try
    /// spent where its handler had not begun (a suspect stays one), else as a suspect, or quarantined after the third death alone. Deaths alone are counted
    /// from the last try that ended without one; deaths in company do not count.
    /// </summary>
    /// <param name="context">The clock, the limits, the directory, the log.</param>
    /// <param name="cancellationToken">Ends the wait for another process that holds the store.</param>
    /// <exception cref="InvalidOperationException">The store cannot be used by this host; the message says why and what to do.</exception>
    Task OpenAsync(InboxStoreContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a delivery or a job and its work, in one transaction. A copy of one whose identity is known stores nothing, also where there is no room; of one that is
    /// dead or quarantined it does what <see cref="RequeueAsync"/> does, unless <see cref="InboxItem.RequeuesDead"/> says otherwise.
    /// </summary>
    /// <param name="item">The delivery. Its bytes are the store's until this returns.</param>
    /// <param name="claim">Whether the caller can run it at once: then it is claimed in the same transaction, unless its key or its delay makes it wait or it is paused. A requeued one is not claimed.</param>
    /// <param name="cancellationToken">Ends the wait, not the transaction.</param>
    ValueTask<InboxAcceptance> AcceptAsync(InboxItem item, bool claim, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a delivery that was handled before it was answered, for people to look at. There is no work: it counts in no depth, is dropped like what is
    /// finished, can be replayed but neither requeued nor dismissed, and nothing becomes a copy of it.
    /// </summary>
    /// <param name="item">The delivery.</param>
    /// <param name="result">How it ended: done or dead.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The result is another one.</exception>
    ValueTask RecordAsync(InboxItem item, InboxResult result, CancellationToken cancellationToken);

    /// <summary>Makes ready what is due, and claims.</summary>
    ValueTask<InboxClaimed> ClaimAsync(InboxClaim claim, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that the handler of a claim begins, so that it is known if the process dies. It need not outlast a loss of power. Called again where the
    /// delivery is no longer alone.
    /// </summary>
    /// <param name="work">The claim.</param>
    /// <param name="isAlone">Whether no other handler of the process runs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the claim is still held; where not, nothing was marked, and the handler must not begin.</returns>
    ValueTask<bool> MarkStartedAsync(InboxWork work, bool isAlone, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a claim, and lets the next of its key go on where the delivery is done or dead. One that was given back is as it was before the claim: a suspect
    /// stays one. Every other end clears a suspicion.
    /// </summary>
    /// <returns>Whether the claim was still held; where not, nothing was changed.</returns>
    ValueTask<bool> EndAsync(InboxWork work, InboxResult result, CancellationToken cancellationToken);

    /// <summary>Keeps what a handler reports while it runs, in place of what it reported before.</summary>
    /// <param name="work">The claim.</param>
    /// <param name="report">The report: at most <see cref="InboxResult.MaxReportLength"/> bytes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the claim is still held; where not, nothing was kept.</returns>
    /// <exception cref="ArgumentException">It is longer.</exception>
    ValueTask<bool> ReportAsync(InboxWork work, ReadOnlyMemory<byte> report, CancellationToken cancellationToken);

    /// <summary>Reads what was kept of a delivery; <see langword="null"/> where it was dropped or erased. Its bytes are the caller's, who may write over them.</summary>
    /// <exception cref="InvalidDataException">What was kept of this delivery is damaged; the store can be used.</exception>
    ValueTask<InboxItem?> ReadAsync(long id, CancellationToken cancellationToken);

    /// <summary>Looks for deliveries. A page that is oldest first never passes an id that may still become visible.</summary>
    /// <exception cref="ArgumentException">An endpoint is set without its plugin, or <see cref="InboxQuery.Before"/> together with <see cref="InboxQuery.After"/>.</exception>
    ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Everything about one delivery; <see langword="null"/> where there is none of the id. Its bytes are the caller's, who may write over them.
    /// </summary>
    /// <exception cref="InvalidDataException">What was kept of this delivery is damaged; the store can be used.</exception>
    ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The unfinished work by endpoint; an endpoint without any may be left out.</summary>
    ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores a copy of a delivery that runs as if it had come in now, without identity, without a delay, with <see cref="InboxItem.ReplayOf"/>. No limit holds it back, since a
    /// person asks for it.
    /// </summary>
    /// <returns>The id of the copy; <see langword="null"/> where there is no such delivery.</returns>
    ValueTask<long?> ReplayAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a dead, quarantined, dismissed or delayed delivery ready now, with its attempts and crashes counted anew. Where it is the turn of another one of
    /// its key, it waits for that one and goes before all later ones.
    /// </summary>
    /// <returns>Whether it was in such a state.</returns>
    ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a delivery aside that is not done, and lets the next of its key go on. The claim of one that runs is stale from then on, and the host that holds
    /// it is told (<see cref="InboxStoreContext.Revoked"/>).
    /// </summary>
    /// <returns>Whether there was something to put aside.</returns>
    ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken);

    /// <summary>
    /// Holds the deliveries of an endpoint or a plugin, or lets them go. It outlasts the process. What is claimed runs on. An endpoint is held while it or its
    /// plugin is paused; the two pauses are independent.
    /// </summary>
    ValueTask SetPausedAsync(InboxPause what, bool isPaused, CancellationToken cancellationToken);

    /// <summary>What is paused.</summary>
    ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps that a person has disabled a plugin, or enabled it. It outlasts the process, and changes nothing else: who asks for the plugin's deliveries is the
    /// hosts' to decide.
    /// </summary>
    ValueTask SetDisabledAsync(string plugin, bool isDisabled, CancellationToken cancellationToken);

    /// <summary>The keys of the plugins that are disabled, each once.</summary>
    ValueTask<IReadOnlyList<string>> GetDisabledAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Erases deliveries with all that is known of them, their identities too, so that no file of the store holds a byte of them any more. Claims of them are
    /// stale, the hosts that hold them are told (<see cref="InboxStoreContext.Revoked"/>), and the next of their keys go on.
    /// </summary>
    /// <returns>How many deliveries.</returns>
    /// <exception cref="ArgumentException">Nothing is set, or an endpoint without its plugin.</exception>
    ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken);

    /// <summary>Reads a value that a plugin keeps; <see langword="null"/> where there is none, or it has expired.</summary>
    ValueTask<KeyValue?> GetValueAsync(ValueKey key, CancellationToken cancellationToken);

    /// <summary>Writes a value. It belongs to no delivery, and stays until it is deleted or has expired.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">The bytes.</param>
    /// <param name="lifetime">How long it stays from now on, by the clock of the store; <see langword="null"/> for ever.</param>
    /// <param name="ifVersion">The version that it must have, 0 where there must be none; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new version, larger than each that the value had; <see langword="null"/> where it had another one, and nothing was written.</returns>
    /// <exception cref="InvalidOperationException">The plugin's values would take more than <see cref="InboxLimits.MaxValueBytes"/>.</exception>
    ValueTask<long?> SetValueAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a value.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteValueAsync(ValueKey key, CancellationToken cancellationToken);

    /// <summary>Keeps that a person has changed something. It is committed when this returns, and belongs to no delivery: an erasure does not remove it.</summary>
    /// <param name="entry">What was changed. Its id is the store's to give; and its time, where several hosts share the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads what persons have changed, newest first.</summary>
    /// <param name="before">The id before which the page begins; <see langword="null"/> for the newest.</param>
    /// <param name="size">How many, at most: 1 to <see cref="InboxQuery.MaxSize"/>, and what is outside of that is read as the nearer of the two.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken);

    /// <summary>Drops a part of what is no longer kept, in transactions of a limited size.</summary>
    /// <returns>Whether there is more to drop.</returns>
    ValueTask<bool> SweepAsync(InboxRetention retention, CancellationToken cancellationToken);
}
