namespace Hooklatch.Inbox;

/// <summary>
/// What a person does with the inbox of a host, by a console, a tool or code of their own. It is a service of every host that has a store.
/// </summary>
/// <remarks>Every method throws <see cref="InboxUnavailableException"/> while the store cannot be used.</remarks>
public interface IInboxOperations
{
    /// <summary>Looks for deliveries, newest first, or oldest first where <see cref="InboxQuery.After"/> is set.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>A page. It may be empty although there is more, since a page reads a bounded number of rows.</returns>
    /// <exception cref="ArgumentException">An endpoint is set without its plugin, or <see cref="InboxQuery.Before"/> together with <see cref="InboxQuery.After"/>.</exception>
    ValueTask<InboxPage> SearchAsync(InboxQuery query, CancellationToken cancellationToken = default);

    /// <summary>Everything about one delivery, with what had verified it; <see langword="null"/> where there is none of the id.</summary>
    /// <exception cref="InvalidDataException">What was kept of it is damaged, or sealed with a key that is not configured.</exception>
    ValueTask<InboxRecord?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>The unfinished work by endpoint.</summary>
    ValueTask<IReadOnlyList<InboxDepth>> GetDepthAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a delivery run once more, as a delivery of its own that says so (<see cref="WebhookContext.IsReplay"/>). It is not verified again: it was, when it
    /// came in. The result says by what, and whether that is still configured.
    /// </summary>
    /// <param name="id">The delivery.</param>
    /// <param name="onlyIfNotDone">Whether one that was handled, or still will be, stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<InboxReplay> ReplayAsync(long id, bool onlyIfNotDone = false, CancellationToken cancellationToken = default);

    /// <summary>Makes a dead, quarantined, dismissed or delayed delivery ready now, with its tries counted anew.</summary>
    /// <returns>Whether it was in such a state.</returns>
    ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Puts a delivery aside that has not run to its end and does not run.</summary>
    /// <returns>Whether it was in such a state.</returns>
    ValueTask<bool> DismissAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Holds the deliveries of an endpoint: they are verified, stored and answered, and do not run until it is resumed. It outlasts the host.</summary>
    /// <param name="plugin">The plugin's key.</param>
    /// <param name="endpoint">The endpoint as declared; <see langword="null"/> for all of the plugin.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask PauseAsync(string plugin, string? endpoint = null, CancellationToken cancellationToken = default);

    /// <summary>Lets the deliveries of an endpoint run again.</summary>
    /// <param name="plugin">The plugin's key.</param>
    /// <param name="endpoint">The endpoint as it was paused; <see langword="null"/> where the plugin was.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ResumeAsync(string plugin, string? endpoint = null, CancellationToken cancellationToken = default);

    /// <summary>What is paused.</summary>
    ValueTask<IReadOnlyList<InboxPause>> GetPausesAsync(CancellationToken cancellationToken = default);

    /// <summary>Erases deliveries with all that is known of them, whatever their state is.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">Nothing says what is to be erased.</exception>
    ValueTask<long> EraseAsync(InboxErasure what, CancellationToken cancellationToken = default);

    /// <summary>Keeps that a person has changed something. It is committed when this returns. Entries are kept for 90 days, and the newest 100,000 of them.</summary>
    /// <param name="entry">What was changed. Its id is the store's to give; and its time, where several hosts share the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AddAuditAsync(InboxAuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Reads what persons have changed, newest first.</summary>
    /// <param name="before">The id before which the page begins; <see langword="null"/> for the newest.</param>
    /// <param name="size">How many, at most: 1 to <see cref="InboxQuery.MaxSize"/>, and what is outside of that is read as the nearer of the two.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<InboxAuditEntry>> ReadAuditAsync(long? before, int size, CancellationToken cancellationToken = default);
}
