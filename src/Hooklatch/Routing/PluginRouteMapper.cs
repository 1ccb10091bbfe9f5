using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Routing;

/// <summary>Maps the routes of every plugin beside the webhooks.</summary>
internal sealed class PluginRouteMapper(
    PluginRegistry registry,
    IServiceProvider services,
    ParameterPolicyFactory policies,
    ILogger<PluginRouteMapper> logger
)
{
    private readonly List<(string Plugin, PluginRouteDataSource Source)> _sources = [];

    /// <returns>What takes conventions for the routes of each plugin that has some.</returns>
    public IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var plugin in registry.States.Where(plugin => plugin.BuildError is null && plugin.Manifest.Routes.Count > 0))
        {
            var routes = new PluginRoutes(plugin, services);
            var guard = new RouteGuard(plugin, policies, logger);
            var group = routes.Map(guard);
            var source = new PluginRouteDataSource(routes.DataSources, guard);
            _sources.Add((plugin.Info.Key, source));
            endpoints.DataSources.Add(source);
            yield return group;
        }
    }

    /// <summary>
    /// Builds the routes that are not built yet: whoever starts the host should see what is broken, and not only who sends the first request.
    /// </summary>
    /// <returns>The routes that can be served, each with its plugin.</returns>
    public IReadOnlyList<(string Plugin, RouteEndpoint Route)> BuildAll() =>
        [.. _sources.SelectMany(mapped => mapped.Source.Endpoints.OfType<RouteEndpoint>().Select(route => (mapped.Plugin, route)))];
}
