using System.Collections.Frozen;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Every webhook of a host by exact path and method. As metadata it marks the endpoint that stands for all of them.</summary>
internal sealed class WebhookRouteTable : IDynamicEndpointMetadata
{
    private readonly FrozenDictionary<string, WebhookRoute>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly (RouteTemplate Template, WebhookRoute Route)[] _templates;
    private readonly FrozenDictionary<string, PluginScope>.AlternateLookup<ReadOnlySpan<char>> _plugins;
    private readonly Endpoint _disabled;
    private readonly Endpoint _notFound;

    /// <param name="routes">Every path.</param>
    /// <param name="plugins">Every plugin, also one without a path.</param>
    /// <param name="disabled">What answers for a plugin that is not served.</param>
    /// <param name="notFound">What answers for everything else.</param>
    public WebhookRouteTable(
        IReadOnlyCollection<WebhookRoute> routes,
        IEnumerable<PluginScope> plugins,
        Endpoint disabled,
        Endpoint notFound
    )
    {
        _literals = routes
            .Where(route => !RouteTemplate.HasParameters(route.Path))
            .ToFrozenDictionary(route => route.Path, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _templates =
        [
            .. routes
                .Where(route => RouteTemplate.HasParameters(route.Path))
                .Select(route => (Template: new RouteTemplate(route.Path), route))
                .OrderBy(entry => entry.Template.Precedence, StringComparer.Ordinal),
        ];
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
