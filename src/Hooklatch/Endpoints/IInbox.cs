using Hooklatch.Inbox;

namespace Hooklatch.Endpoints;

/// <summary>Takes the deliveries of queued endpoints. The package Hooklatch.Inbox has it; a host without a store has none.</summary>
internal interface IInbox
{
    /// <summary>Opens the store. Called before the plugins start, whose lifecycles may use it.</summary>
    /// <exception cref="InvalidOperationException">This host cannot use the store.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Has a delivery on stable storage before it returns, and run after that.</summary>
    /// <param name="webhook">The endpoint.</param>
    /// <param name="item">What is kept. Its bytes are the inbox's from now on.</param>
    /// <returns>What became of it; <see langword="null"/> where the memory budget has no room for it.</returns>
    /// <exception cref="InboxUnavailableException">It is not known to be stored.</exception>
    ValueTask<InboxAcceptance?> AcceptAsync(WebhookEndpoint webhook, InboxItem item);
}
