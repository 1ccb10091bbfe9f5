using Hooklatch.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>
/// The routes of one plugin, built under a guard. One source that throws, or one route that the matcher cannot take, would break every request of the
/// host; so what cannot be built is reported and left out.
/// </summary>
internal sealed partial class PluginRouteDataSource(
    PluginScope plugin,
    IEnumerable<EndpointDataSource> sources,
    ParameterPolicyFactory policies,
    ILogger logger
) : EndpointDataSource
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

    private List<Endpoint> Build(Func<EndpointDataSource, IReadOnlyList<Endpoint>> endpointsOf)
    {
        try
        {
            return [.. sources.SelectMany(endpointsOf).Where(CanMatch)];
        }
#pragma warning disable CA1031 // A handler that cannot be bound, or a convention of the plugin's, may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogRoutesBroken(logger, exception, plugin.Key);
            return [];
        }
    }

    /// <summary>The matcher makes the constraints of every route at once, and an unknown one ends it.</summary>
    private bool CanMatch(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint route)
        {
            return true;
        }

        try
        {
            foreach (var parameter in route.RoutePattern.Parameters)
            {
                foreach (var policy in parameter.ParameterPolicies)
                {
                    _ = policies.Create(parameter, policy);
                }
            }

            return true;
        }
#pragma warning disable CA1031 // A constraint's constructor may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogRouteBroken(logger, exception, route.DisplayName ?? "", plugin.Key);
            return false;
        }
    }

    [LoggerMessage(
        EventId = 40,
        EventName = "RoutesBroken",
        Level = LogLevel.Error,
        Message = "The routes of plugin {Plugin} cannot be built and are not served; its webhooks are."
    )]
    private static partial void LogRoutesBroken(ILogger logger, Exception exception, string plugin);

    [LoggerMessage(
        EventId = 41,
        EventName = "RouteBroken",
        Level = LogLevel.Error,
        Message = "The route {Route} of plugin {Plugin} cannot be matched and is not served."
    )]
    private static partial void LogRouteBroken(ILogger logger, Exception exception, string route, string plugin);
}
