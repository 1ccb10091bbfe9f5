using Hooklatch.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Routing;

/// <summary>Maps the routes of every plugin beside the webhooks.</summary>
internal sealed partial class PluginRouteMapper(
    PluginRegistry registry,
    IServiceProvider services,
    ParameterPolicyFactory policies,
    ILogger<PluginRouteMapper> logger
)
{
    /// <returns>What takes conventions for the routes of each plugin that has some.</returns>
    public IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var plugin in registry.States.Where(plugin => plugin.BuildError is null).Select(plugin => plugin.Scope))
        {
            var routes = new PluginRoutes(plugin, services);
            if (TryMap(routes, plugin) is { } group)
            {
                endpoints.DataSources.Add(new PluginRouteDataSource(plugin, routes.DataSources, policies, logger));
                yield return group;
            }
        }
    }

    private IEndpointConventionBuilder? TryMap(PluginRoutes routes, PluginScope plugin)
    {
        try
        {
            return routes.Map();
        }
#pragma warning disable CA1031 // The plugin's own code may throw anything; its routes alone are left out.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotMapped(logger, exception, plugin.Key);
            return null;
        }
    }

    [LoggerMessage(
        EventId = 42,
        EventName = "RoutesNotMapped",
        Level = LogLevel.Error,
        Message = "The routes of plugin {Plugin} could not be mapped and are not served; its webhooks are."
    )]
    private static partial void LogNotMapped(ILogger logger, Exception exception, string plugin);
}
