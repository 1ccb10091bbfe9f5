using System.Collections.Frozen;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Every webhook of a host by exact path and method. As metadata it marks the endpoint that stands for all of them.</summary>
internal sealed class WebhookRouteTable : IDynamicEndpointMetadata
{
    private readonly Dictionary<string, WebhookRoute>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly (RouteTemplate Template, WebhookRoute Route)[] _templates;
    private readonly FrozenDictionary<string, PluginScope>.AlternateLookup<ReadOnlySpan<char>> _plugins;
    private readonly Endpoint _disabled;
    private readonly Endpoint _notFound;

    /// <param name="webhooks">Every webhook.</param>
    /// <param name="plugins">Every plugin, also one without a webhook.</param>
    /// <param name="disabled">What answers for a plugin that is not served.</param>
    /// <param name="notFound">What answers for everything else.</param>
    public WebhookRouteTable(
        IReadOnlyCollection<WebhookEndpoint> webhooks,
        IEnumerable<PluginScope> plugins,
        Endpoint disabled,
        Endpoint notFound
    )
    {
        // A frozen one would be found in a few nanoseconds sooner, and takes a host of a thousand webhooks most of a millisecond to make.
        var literals = new Dictionary<string, WebhookRoute>(webhooks.Count, StringComparer.Ordinal);
        var templates = new Dictionary<string, (RouteTemplate Template, WebhookRoute Route)>(StringComparer.Ordinal);
        foreach (var webhook in webhooks)
        {
            var path = webhook.Webhook.Path;
            if (!RouteTemplate.HasParameters(path))
            {
                if (!literals.TryAdd(path, new WebhookRoute(webhook)))
                {
                    literals[path].Add(webhook);
                }
            }
            else if (!templates.TryAdd(RouteTemplate.ShapeOf(path), (new RouteTemplate(path), new WebhookRoute(webhook))))
            {
                templates[RouteTemplate.ShapeOf(path)].Route.Add(webhook);
            }
        }

        _literals = literals.GetAlternateLookup<ReadOnlySpan<char>>();
        _templates = [.. templates.Values.OrderBy(entry => entry.Template.Precedence, StringComparer.Ordinal)];
        _plugins = plugins.ToFrozenDictionary(plugin => plugin.Key, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _disabled = disabled;
        _notFound = notFound;
    }

    /// <summary>Always true: the policy must see the endpoint on every request.</summary>
    public bool IsDynamic => true;

    public Endpoint Find(ReadOnlySpan<char> path, string method, out RouteValueDictionary? values)
    {
        values = null;
        if (_literals.TryGetValue(path, out var route))
        {
            return Find(route, method);
        }

        foreach (var (template, templated) in _templates)
        {
            if (template.TryMatch(path, out values))
            {
                return Find(templated, method);
            }
        }

        return _plugins.TryGetValue(WebhookPath.KeyIn(path), out var plugin) && !plugin.IsServed ? _disabled : _notFound;
    }

    private Endpoint Find(WebhookRoute route, string method) => route.Plugin.IsServed ? route.Find(method) : _disabled;
}
