using System.Collections.Frozen;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Every webhook of a host by exact path and method. As metadata it marks the endpoint that stands for all of them.</summary>
internal sealed class WebhookRouteTable : IDynamicEndpointMetadata
{
    private readonly FrozenDictionary<string, PluginRouteTable>.AlternateLookup<ReadOnlySpan<char>> _plugins;
    private readonly PluginRouteTable? _ownPaths;
    private readonly string _prefix;
    private readonly Endpoint _disabled;
    private readonly Endpoint _notFound;

    /// <param name="prefix">What the paths of webhooks start with.</param>
    /// <param name="webhooks">Every webhook, also once more for each path that the host gave it.</param>
    /// <param name="plugins">Every plugin, also one without a webhook.</param>
    /// <param name="disabled">What answers for a plugin that is not served.</param>
    /// <param name="notFound">What answers for everything else.</param>
    public WebhookRouteTable(
        string prefix,
        IReadOnlyCollection<MappedWebhook> webhooks,
        IEnumerable<PluginScope> plugins,
        Endpoint disabled,
        Endpoint notFound
    )
    {
        var tables = plugins.ToFrozenDictionary(plugin => plugin.Key, plugin => new PluginRouteTable(plugin), StringComparer.Ordinal);
        foreach (var webhook in webhooks)
        {
            var table = webhook.OwnPath is null ? tables[webhook.Webhook.Plugin.Key] : _ownPaths ??= new PluginRouteTable(null);
            table.Add(webhook);
        }

        _plugins = tables.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefix = prefix;
        _disabled = disabled;
        _notFound = notFound;
    }

    /// <summary>Always true: the policy must see the endpoint on every request.</summary>
    public bool IsDynamic => true;

    public Endpoint Find(ReadOnlySpan<char> path, string method, out RouteValueDictionary? values)
    {
        values = null;
        if (_ownPaths?.Find(path, out values) is { } own)
        {
            return own.IsServed ? own.Find(method) : _disabled;
        }

        return !_plugins.TryGetValue(WebhookPath.KeyIn(_prefix, path), out var plugin) ? _notFound
            : !plugin.IsServed ? _disabled
            : plugin.Find(WebhookPath.EndpointIn(_prefix, path), out values)?.Find(method) ?? _notFound;
    }
}
