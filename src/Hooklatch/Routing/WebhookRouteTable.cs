using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Every webhook of a host by exact path and method. As metadata it marks the endpoint that stands for all of them.</summary>
internal sealed class WebhookRouteTable : IDynamicEndpointMetadata
{
    private readonly FrozenDictionary<string, WebhookRoute> _routes;
    private readonly FrozenDictionary<string, WebhookRoute>.AlternateLookup<ReadOnlySpan<char>> _byPath;
    private readonly Endpoint _notFound;

    public WebhookRouteTable(IEnumerable<WebhookRoute> routes, Endpoint notFound)
    {
        _routes = routes.ToFrozenDictionary(route => route.Path, StringComparer.Ordinal);
        _byPath = _routes.GetAlternateLookup<ReadOnlySpan<char>>();
        _notFound = notFound;
    }

    /// <summary>Always true: the policy must see the endpoint on every request.</summary>
    public bool IsDynamic => true;

    public Endpoint Find(ReadOnlySpan<char> path, string method) =>
        _byPath.TryGetValue(path, out var route) ? route.Find(method) : _notFound;
}
