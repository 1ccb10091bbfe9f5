using Hooklatch.Endpoints;
using Hooklatch.Lifecycle;

namespace Hooklatch.Inbox.Running;

/// <summary>Says of a delivery that is kept what only the host knows: what had verified it, and whether it can run here.</summary>
internal sealed class Recollection(PluginRegistry registry, Slots slots)
{
    /// <summary>Adds it to what the store knows.</summary>
    public InboxRecord Complete(InboxRecord record) =>
        StoredFormat.TryRead(record.Item) is { } details
            ? record with
            {
                IsInline = details.IsInline,
                Verification = VerificationOf(record.Item, details),
            }
            : record;

    /// <summary>Whether nobody would run it: it was inline, or its webhook is by now.</summary>
    public bool HasNoQueue(InboxRecord record) =>
        StoredFormat.TryRead(record.Item) is { } details
        && !(
            slots.TryFind(record.Item.Plugin, record.Item.Endpoint, out var queue)
            && (queue as EndpointQueue)?.WebhookFor(details) is not null
        )
        && (details.IsInline || WebhooksOf(record.Item).Any(webhook => webhook.Mode is WebhookMode.Inline));

    private InboxVerification? VerificationOf(InboxItem item, StoredDetails details) =>
        WebhooksOf(item).FirstOrDefault(webhook => webhook.Id == details.Webhook) is { } webhook
            ? webhook.Sender.Verifier.Recall(details.Scheme, details.Secret, details.SecretMark)
            : null;

    private IEnumerable<WebhookEndpoint> WebhooksOf(InboxItem item) =>
        registry
            .States.Where(plugin => plugin.Scope.Key == item.Plugin)
            .SelectMany(plugin => plugin.Webhooks)
            .Where(webhook => webhook.Template == item.Endpoint);
}
