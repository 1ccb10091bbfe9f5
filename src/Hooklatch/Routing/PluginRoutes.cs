using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>Takes the routes of one plugin, as its group of them, apart from those of the host and of other plugins.</summary>
internal sealed class PluginRoutes(PluginState plugin, IServiceProvider services) : IEndpointRouteBuilder
{
    /// <summary>What every route of any plugin's own starts with.</summary>
    private const string Prefix = "/plugins/";

    /// <summary>What the routes of a plugin start with.</summary>
    public static string PrefixOf(string plugin) => Prefix + plugin;

    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);

    /// <summary>Has the plugin map its routes.</summary>
    /// <returns>Takes conventions for them.</returns>
    public IEndpointConventionBuilder Map(RouteGuard guard)
    {
        var group = this.MapGroup(PrefixOf(plugin.Scope.Key));
        group.WithMetadata(plugin.Scope);
        _ = RouteGroups.TryGuard(group, guard);
        foreach (var map in plugin.Manifest.Routes)
        {
            guard.Map(map, group);
        }

        return group;
    }
}
