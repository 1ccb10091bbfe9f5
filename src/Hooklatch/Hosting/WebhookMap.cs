using System.ComponentModel;
using Hooklatch.Pipeline;

namespace Hooklatch.Hosting;

/// <summary>Takes the webhooks of a plugin from its manifest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookMap
{
    private readonly List<WebhookHandler> _handlers = [];

    internal WebhookMap(PluginScope plugin) => Plugin = plugin;

    /// <summary>The plugin whose webhooks are taken.</summary>
    public PluginScope Plugin { get; }

    internal IReadOnlyList<WebhookHandler> Handlers => _handlers;

    /// <summary>Adds a webhook.</summary>
    public void Add(WebhookHandler handler) => _handlers.Add(handler);
}
