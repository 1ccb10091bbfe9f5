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

    /// <summary>Adds a webhook.</summary>
    public void Add(WebhookEndpoint webhook) => _webhooks.Add(webhook);

    /// <summary>The webhooks in the order of their paths, from whichever class they come.</summary>
    internal IReadOnlyList<WebhookEndpoint> ToSortedList()
    {
        _webhooks.Sort(
            static (one, other) =>
                string.CompareOrdinal(one.Template, other.Template) is not 0 and var order ? order : string.CompareOrdinal(one.Id, other.Id)
        );
        return _webhooks;
    }
}
