using Hooklatch.Console.Activity;
using Hooklatch.Console.Overview;
using Hooklatch.Lifecycle;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>What the host serves, and what came in.</summary>
internal static class OverviewApi
{
    /// <summary>Maps the area.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/overview", OverviewAsync);
        api.MapGet("/activity", ActivityAsync);
        api.MapGet("/schedules", SchedulesAsync);
    }

    private static async Task OverviewAsync(HttpContext http)
    {
        var reader = http.RequestServices.GetRequiredService<OverviewReader>();
        await ApiAnswer.WriteAsync(http, await reader.ReadAsync(http.Request, http.RequestAborted), ManagementJson.Default.Overview);
    }

    private static Task ActivityAsync(HttpContext http)
    {
        var (plugin, endpoint) = (ApiAnswer.Query(http, "plugin"), ApiAnswer.Query(http, "endpoint"));
        var registry = http.RequestServices.GetRequiredService<PluginRegistry>();
        if (endpoint is not null && plugin is null)
        {
            return ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status400BadRequest,
                "An endpoint needs its plugin.",
                "Name both: ?plugin=acme.shop&endpoint=/stripe."
            );
        }

        var webhooks = registry.States.Where(state => plugin is null || state.Scope.Key == plugin).ToArray();
        if (webhooks.Length == 0 || (endpoint is not null && webhooks.All(state => state.Webhooks.All(one => one.Template != endpoint))))
        {
            return plugin is null
                ? WriteAsync()
                : ApiAnswer.WriteProblemAsync(http, StatusCodes.Status404NotFound, "This host has no such plugin or webhook.");
        }

        return WriteAsync();

        Task WriteAsync() =>
            ApiAnswer.WriteAsync(
                http,
                http.RequestServices.GetRequiredService<ActivityCounters>().Read(plugin, endpoint),
                ManagementJson.Default.ActivityView
            );
    }

    private static async Task SchedulesAsync(HttpContext http)
    {
        var reader = http.RequestServices.GetRequiredService<ScheduleReader>();
        await ApiAnswer.WriteAsync(http, await reader.ReadAsync(http.RequestAborted), ManagementJson.Default.IReadOnlyListScheduleView);
    }
}
