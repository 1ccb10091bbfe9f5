using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;

namespace Hooklatch.Console.Deliveries;

/// <summary>Finds the endpoint and the handler of a delivery that is kept, as its run does.</summary>
/// <param name="registry">The plugins; <see langword="null"/> in a host that only shows a store.</param>
internal sealed class HandlerChoice(PluginRegistry? registry)
{
    /// <summary>The endpoint that stored it; <see langword="null"/> where this host has none that could be meant.</summary>
    public WebhookEndpoint? EndpointOf(InboxItem item, StoredDetails details)
    {
        var webhooks = (registry?.States ?? [])
            .Where(plugin => plugin.Scope.Key == item.Plugin)
            .SelectMany(plugin => plugin.Webhooks)
            .Where(webhook => webhook.Template == item.Endpoint)
            .ToArray();
        return Array.Find(webhooks, webhook => webhook.Id == details.Webhook)
            ?? (
                webhooks.Where(webhook => webhook.Mode is WebhookMode.Queued).ToArray() is [var only] && only.Takes(details.Method)
                    ? only
                    : null
            );
    }

    /// <summary>The names of which its handlers say that they are no credentials.</summary>
    public static IReadOnlySet<string> HarmlessNames(WebhookEndpoint? endpoint)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var details in endpoint?.Handlers.Select(handler => handler.Details) ?? [])
        {
            names.UnionWith(
                details.Headers.Concat(details.Query).Concat(details.Form).Where(value => value.IsNoCredential).Select(value => value.Name)
            );
        }

        return names;
    }
}
