using System.ComponentModel;
using Hooklatch.Endpoints;
using Hooklatch.Plugins;

namespace Hooklatch.Lifecycle;

/// <summary>Takes the webhooks of a plugin from its manifest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookMap
{
    private readonly List<WebhookEndpoint> _webhooks = [];

    internal WebhookMap(PluginScope plugin) => Plugin = plugin;

    /// <summary>The plugin whose webhooks are taken.</summary>
    public PluginScope Plugin { get; }

    /// <summary>The webhooks by path, whichever classes they stand in.</summary>
    internal IReadOnlyList<WebhookEndpoint> Webhooks =>
        [.. _webhooks.OrderBy(webhook => webhook.Template, StringComparer.Ordinal).ThenBy(webhook => webhook.Id, StringComparer.Ordinal)];

    /// <summary>Adds a webhook.</summary>
    public void Add(WebhookEndpoint webhook) => _webhooks.Add(webhook);
}
