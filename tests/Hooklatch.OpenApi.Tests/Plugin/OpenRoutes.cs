using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.OpenApi.Tests;

/// <summary>A route beside the webhooks.</summary>
internal static class OpenRoutes
{
    [PluginRoutes]
    public static void Map(RouteGroupBuilder routes) => routes.MapGet("/open", () => "open");
}
