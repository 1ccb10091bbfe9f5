using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Hosting;

/// <summary>Stops a host that cannot keep its promise: with queued webhooks and no store, or with two stores.</summary>
internal sealed class InboxCheck(PluginRegistry registry, IEnumerable<IInboxStore> stores, IInbox? inbox = null) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (inbox is null && QueuedWebhooks() is { Count: > 0 } queued)
        {
            throw new InvalidOperationException(
                $"Queued webhooks need a store, and this host has none: {string.Join(", ", queued)}. Reference one in the project of the host: <PackageReference Include=\"Hooklatch.Sqlite\" />."
            );
        }

        if (stores.ToArray() is { Length: > 1 } several)
        {
            throw new InvalidOperationException(
                $"A host has one inbox, and this one has several stores: {string.Join("; ", several.Select(store => store.Description))}. Keep the reference to one of their packages."
            );
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private List<string> QueuedWebhooks() =>
        [
            .. registry
                .States.SelectMany(plugin => plugin.Webhooks)
                .Where(webhook => webhook.Mode is WebhookMode.Queued)
                .Select(webhook => webhook.Path),
        ];
}
