using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Every webhook of a host by exact path and method. As metadata it marks the endpoint that stands for all of them.</summary>
internal sealed class WebhookRouteTable : IDynamicEndpointMetadata
{
    private readonly FrozenDictionary<string, WebhookRoute>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly (RouteTemplate Template, WebhookRoute Route)[] _templates;
    private readonly Endpoint _notFound;

    public WebhookRouteTable(IReadOnlyCollection<WebhookRoute> routes, Endpoint notFound)
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
        _notFound = notFound;
    }

    /// <summary>Always true: the policy must see the endpoint on every request.</summary>
    public bool IsDynamic => true;

    public Endpoint Find(ReadOnlySpan<char> path, string method, out RouteValueDictionary? values)
    {
        values = null;
        if (_literals.TryGetValue(path, out var route))
        {
            return route.Find(method);
        }

        foreach (var (template, templated) in _templates)
        {
            if (template.TryMatch(path, out values))
            {
                return templated.Find(method);
            }
        }

        return _notFound;
    }
}
