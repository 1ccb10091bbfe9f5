using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Bulk;
using Hooklatch.Console.Deliveries;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>One action on all deliveries that a filter finds.</summary>
internal static class BulkApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        StoreCall.Map(api, "POST", "/bulk/preview", ConsoleRole.Operate, PreviewAsync);
        StoreCall.Map(api, "POST", "/bulk", ConsoleRole.Operate, StartAsync);
        StoreCall.Map(api, "GET", "/bulk", ConsoleRole.Read, ListAsync);
        StoreCall.Map(api, "DELETE", "/bulk/{id}", ConsoleRole.Operate, CancelAsync);
    }

    private static BulkRuns Runs(HttpContext http) => http.RequestServices.GetRequiredService<BulkRuns>();

    private static async Task<IResult> PreviewAsync(HttpContext http)
    {
        var inbox = http.RequireInbox();
        var request = BulkActions.Check(await http.ReadAsync(StrictJson.Default.BulkRequest));
        var preview = await BulkCount.CountAsync(new DeliverySearch(inbox), request, BulkCount.Max, http.RequestAborted);
        return StoreCall.Json(preview, ManagementJson.Default.BulkPreview);
    }

    private static async Task<IResult> StartAsync(HttpContext http)
    {
        var inbox = http.RequireInbox();
        var request = BulkActions.Check(await http.ReadAsync(StrictJson.Default.BulkRequest));
        var run = await Runs(http).StartAsync(inbox, request, http.Caller(), http.RequestAborted);
        return StoreCall.Json(run, ManagementJson.Default.BulkRun, StatusCodes.Status202Accepted);
    }

    private static Task<IResult> ListAsync(HttpContext http) =>
        Task.FromResult(StoreCall.Json(Runs(http).All, ManagementJson.Default.IReadOnlyListBulkRun));

    private static async Task<IResult> CancelAsync(HttpContext http) =>
        await Runs(http).CancelAsync(http.Request.RouteValues["id"] as string ?? "", http.Caller(), http.RequestAborted) is { } run
            ? StoreCall.Json(run, ManagementJson.Default.BulkRun)
            : StoreCall.Problem(
                StatusCodes.Status404NotFound,
                "There is no such run",
                "It was one of an earlier start of the host, or there never was one."
            );
}
