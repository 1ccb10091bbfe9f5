using Hooklatch;
using Hooklatch.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the webhooks of the host's plugins.</summary>
public static class HooklatchEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps every webhook of every plugin at <c>/api/plugin/{author}.{module}/webhook{endpoint}</c>, or below <see cref="HooklatchOptions.Prefix"/>, and a
    /// plugin's own routes below <c>/plugins/{author}.{module}</c>.
    /// </summary>
    /// <param name="endpoints">The application, or a route group without a prefix. With a prefix the host does not start.</param>
    /// <returns>
    /// A builder for conventions on all of them, such as <c>RequireHost</c> or <c>RequireRateLimiting</c>, or on those of one plugin
    /// (<see cref="HooklatchConventionBuilder.ForPlugin"/>).
    /// </returns>
    /// <exception cref="InvalidOperationException"><c>AddHooklatch()</c> was not called, or the webhooks are mapped already.</exception>
    public static HooklatchConventionBuilder MapHooklatch(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var webhooks =
            endpoints.ServiceProvider.GetService<WebhookDataSource>()
            ?? throw new InvalidOperationException("Call builder.AddHooklatch() before app.MapHooklatch().");
        if (!webhooks.TryMap())
        {
            throw new InvalidOperationException("MapHooklatch() was called twice.");
        }

        webhooks.IsInGroup = endpoints is RouteGroupBuilder;
        endpoints.DataSources.Add(webhooks);
        var routes = endpoints.ServiceProvider.GetRequiredService<PluginRouteMapper>().Map(endpoints);
        var plugins = endpoints.ServiceProvider.GetRequiredService<IPluginRegistry>().Plugins;
        return new HooklatchConventionBuilder([webhooks, .. routes], [.. plugins.Select(plugin => plugin.Key)]);
    }
}
