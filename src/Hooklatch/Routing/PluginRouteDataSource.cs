using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>The routes of one plugin, built under a guard.</summary>
internal sealed class PluginRouteDataSource(IEnumerable<EndpointDataSource> sources, RouteGuard guard) : EndpointDataSource
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Endpoint>? _endpoints;

    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_lock)
            {
                return _endpoints ??= Build(source => source.Endpoints);
            }
        }
    }

    /// <summary>Routes are mapped once, when the host is built.</summary>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        Build(source => source.GetGroupedEndpoints(context));

    private IReadOnlyList<Endpoint> Build(Func<EndpointDataSource, IReadOnlyList<Endpoint>> endpointsOf) =>
        guard.Build(this, () => [.. sources.SelectMany(endpointsOf).Where(guard.CanMatch)], () => null);
}
