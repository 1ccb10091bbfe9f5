using Hooklatch.Console.Activity;
using Hooklatch.Console.Settings;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Hooklatch.Management;
using Hooklatch.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Console.Overview;

/// <summary>Shows everything that the host serves, as it is at this moment.</summary>
internal sealed class OverviewReader(
    PluginRegistry registry,
    PluginRouteMapper routes,
    ActivityCounters activity,
    WebhookReader webhooks,
    ScheduleReader schedules,
    BaseUrl baseUrl,
    SecretMask mask,
    IInboxOperations? inbox = null
)
{
    /// <summary>The overview, with URLs as the sender of this request would use them, unless the host knows its public one.</summary>
    public async Task<Management.Overview> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var url = baseUrl.Of(request);
        var depths = await Depths.ReadAsync(inbox, cancellation);
        var scheduled = (await schedules.ReadAsync(cancellation)).ToLookup(schedule => schedule.Plugin, StringComparer.Ordinal);
        var routesOf = routes.BuildAll().ToLookup(route => route.Plugin, route => View(route.Route, url), StringComparer.Ordinal);
        return new Management.Overview
        {
            Plugins = [.. registry.States.Select(plugin => View(plugin, url, depths, [.. scheduled[plugin.Scope.Key]], routesOf))],
            Activity = activity.Read(),
            Depth = depths.Of(),
        };
    }

    private PluginView View(
        PluginState plugin,
        string url,
        Depths depths,
        IReadOnlyList<ScheduleView> scheduled,
        ILookup<string, RouteView> routesOf
    )
    {
        var info = plugin.Info;
        return new PluginView
        {
            Key = info.Key,
            Name = info.Name,
            Description = info.Description,
            Status = NameOf(info.Status),
            Error = info.Error is { } error ? mask.Of(error) : null,
            RouteErrors = [.. info.RouteErrors.Select(mask.Of)],
            IsPaused = depths.IsPaused(info.Key, null),
            Webhooks = [.. plugin.Webhooks.Select(webhook => webhooks.View(webhook, url, depths))],
            Jobs =
            [
                .. plugin.Jobs.Select(job => new JobView
                {
                    Plugin = info.Key,
                    Name = job.Name,
                    Target = job.Target,
                    IsRecurring = job.Schedule is not null,
                    Depth = depths.Of(info.Key, job.Name),
                }),
            ],
            Schedules = scheduled,
            Routes = [.. routesOf[info.Key]],
        };
    }

    private static RouteView View(RouteEndpoint route, string url) =>
        new()
        {
            Methods = [.. route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []],
            Url = url + route.RoutePattern.RawText,
        };

    private static string NameOf(PluginStatus status) =>
        status switch
        {
            PluginStatus.Enabled => "enabled",
            PluginStatus.Starting => "starting",
            PluginStatus.Failed => "failed",
            _ => "disabled",
        };
}
