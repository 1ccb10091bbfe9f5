using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Console.Api;

/// <summary>The areas of the API, one line each.</summary>
internal static class ApiRoutes
{
    /// <param name="api">The group of the API, behind the gate.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        SessionApi.Map(api);
        AuditApi.Map(api);
        OverviewApi.Map(api);
        PluginsApi.Map(api);
        ConfigurationApi.Map(api);
        TestApi.Map(api);
        DeliveriesApi.Map(api);
        RefusalsApi.Map(api);
        LiveApi.Map(api);
        BulkApi.Map(api);
        FeedApi.Map(api);
        api.Map("/{**rest}", NothingAsync);
    }

    /// <summary>What no area has, in the API's own words, and for callers alone.</summary>
    private static Task NothingAsync(HttpContext http) =>
        new Refusal(
            StatusCodes.Status404NotFound,
            "The API has no such call.",
            "Either nothing has this path, or it takes another method."
        ).WriteAsync(http);
}
