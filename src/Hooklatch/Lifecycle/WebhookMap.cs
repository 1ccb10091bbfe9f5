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

    internal IReadOnlyList<WebhookEndpoint> Webhooks => _webhooks;

    /// <summary>Adds a webhook.</summary>
    public void Add(WebhookEndpoint webhook) => _webhooks.Add(webhook);
}
