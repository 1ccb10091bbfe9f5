using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Routing;

/// <summary>
/// Builds the routes of one plugin. A source that throws, or a route that the matcher cannot take, would break every request of the host; so
/// what cannot be built is logged, told with the plugin, and left out.
/// </summary>
internal sealed partial class RouteGuard(PluginState plugin, ParameterPolicyFactory policies, ILogger logger)
{
    private readonly Lock _lock = new();

    /// <summary>What was said already: a host that groups its endpoints may have them built more than once.</summary>
    private readonly HashSet<object> _reported = [];

    /// <summary>
    /// Maps what a <c>[PluginRoutes]</c> method maps. Of one that throws nothing is served: what it had mapped may lack what it was about to demand,
    /// such as an authorization.
    /// </summary>
    public void Map(Action<RouteGroupBuilder> map, RouteGroupBuilder routes)
    {
        var sources = ((IEndpointRouteBuilder)routes).DataSources;
        var others = sources.ToArray();
        try
        {
            map(routes);
        }
#pragma warning disable CA1031 // The plugin's own code may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Drop(sources, others);
            LogNotMapped(logger, exception, plugin.Scope.Key);
            plugin.AddRouteError("Routes of it could not be mapped.", exception);
        }
    }

    /// <summary>Where the routes of a group are not kept apart, all of them are dropped: nobody knows whose they are.</summary>
    private static void Drop(ICollection<EndpointDataSource> sources, EndpointDataSource[] others)
    {
        var kept = sources is GuardedSources ? others : [];
        foreach (var source in sources.Except(kept).ToArray())
        {
            sources.Remove(source);
        }
    }

    /// <summary>Builds the endpoints of one source.</summary>
    /// <param name="source">What they are reported by.</param>
    /// <param name="build">Builds them.</param>
    /// <param name="nameOf">How the one that is being built is called.</param>
    public IReadOnlyList<Endpoint> Build(object source, Func<IReadOnlyList<Endpoint>> build, Func<string?> nameOf)
    {
        try
        {
            return build();
        }
#pragma warning disable CA1031 // A handler that cannot be bound, or a convention of the plugin's, may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(source, nameOf(), exception);
            return [];
        }
    }

    /// <summary>The matcher makes the constraints of every route at once, and an unknown one ends it.</summary>
    public bool CanMatch(Endpoint endpoint)
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
            Report(route.DisplayName ?? "", route.DisplayName, exception);
            return false;
        }
    }

    private void Report(object source, string? name, Exception exception)
    {
        lock (_lock)
        {
            if (!_reported.Add(source))
            {
                return;
            }
        }

        var route = name ?? "(unnamed)";
        LogBroken(logger, exception, route, plugin.Scope.Key);
        plugin.AddRouteError($"The route '{route}' cannot be built.", exception);
    }

    [LoggerMessage(
        EventId = LogEvents.RouteBroken,
        EventName = nameof(LogEvents.RouteBroken),
        Level = LogLevel.Error,
        Message = "The route {Route} of plugin {Plugin} cannot be built and is not served; its others and its webhooks are."
    )]
    private static partial void LogBroken(ILogger logger, Exception exception, string route, string plugin);

    [LoggerMessage(
        EventId = LogEvents.RoutesNotMapped,
        EventName = nameof(LogEvents.RoutesNotMapped),
        Level = LogLevel.Error,
        Message = "A [PluginRoutes] method of plugin {Plugin} failed: none of its routes is served; those of other methods and its webhooks are."
    )]
    private static partial void LogNotMapped(ILogger logger, Exception exception, string plugin);
}
