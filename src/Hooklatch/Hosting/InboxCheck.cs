using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Hosting;

/// <summary>Stops a host that cannot keep its promise: with queued or recorded webhooks, or jobs, and no store, or with two stores.</summary>
internal sealed class InboxCheck(PluginRegistry registry, IEnumerable<IInboxStore> stores, Func<IInbox?> inbox) : IHostedLifecycleService
{
    /// <summary>Checks, and opens the store: the lifecycles of plugins, which begin after this, may use it.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var known = stores.ToArray();
        if (known.Length == 0)
        {
            NeedNoStore("Queued webhooks and jobs", WhatNeedsAStore());
            NeedNoStore("Webhooks with Record = true", PathsOf(webhook => webhook.Record is true));
        }

        var opened = known.Length == 1 ? inbox() : null;
        if (known.Length == 1 && opened is null)
        {
            throw new InvalidOperationException(
                $"The store {known[0].Description} is registered, and nothing runs what it keeps: call builder.AddHooklatch().AddInbox() of the package Hooklatch.Inbox."
            );
        }

        if (known.Length > 1)
        {
            throw new InvalidOperationException(
                $"A host has one inbox, and this one has several stores: {string.Join("; ", known.Select(store => store.Description))}. Keep the reference to one of their packages."
            );
        }

        if (opened is not null)
        {
            await opened.OpenAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void NeedNoStore(string what, List<string> needing)
    {
        if (needing.Count > 0)
        {
            throw new InvalidOperationException(
                $"{what} need a store, and this host has none: {string.Join(", ", needing)}. Reference one in the project of the host: <PackageReference Include=\"Hooklatch.Sqlite\" />."
            );
        }
    }

    private List<string> WhatNeedsAStore() =>
        [
            .. PathsOf(webhook => webhook.Mode is WebhookMode.Queued),
            .. registry.States.SelectMany(plugin => plugin.Jobs.Select(job => $"{plugin.Scope.Key} {job.Name}")),
        ];

    private List<string> PathsOf(Func<WebhookEndpoint, bool> isMeant) =>
        [.. registry.States.SelectMany(plugin => plugin.Webhooks).Where(isMeant).Select(webhook => webhook.Path)];
}
