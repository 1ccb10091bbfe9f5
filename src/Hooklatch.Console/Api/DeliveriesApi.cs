using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Deliveries;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Deliveries and jobs: the list, one of them, and what is done with one.</summary>
internal static class DeliveriesApi
{
    private const int MaxSize = 200;
    private const int DefaultSize = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        StoreCall.Map(api, "GET", "/deliveries", ConsoleRole.Read, ListAsync);
        StoreCall.Map(api, "GET", "/deliveries/{id}", ConsoleRole.Read, FindAsync);
        foreach (var action in OneDelivery.Actions)
        {
            StoreCall.Map(api, "POST", $"/deliveries/{{id}}/{action}", ConsoleRole.Operate, http => ActAsync(http, action));
        }

        BodiesApi.Map(api);
    }

    private static async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new QueryText(http.Request.Query);
        var filter = FilterReader.Read(query, "before", "size");
        var (before, size) = (query.Id("before"), query.Size("size", MaxSize, DefaultSize));
        if (http.Inbox() is not { } inbox)
        {
            return StoreCall.Json(new DeliveryPage(), ManagementJson.Default.DeliveryPage);
        }

        var page = await new DeliverySearch(inbox).PageAsync(filter, before, size, http.RequestAborted);
        return StoreCall.Json(
            new DeliveryPage { Deliveries = DeliveryRows.Of(page.Deliveries), Next = page.Next },
            ManagementJson.Default.DeliveryPage
        );
    }

    private static async Task<IResult> FindAsync(HttpContext http)
    {
        if (http.Inbox() is not { } inbox || http.Id() is not { } id)
        {
            return StoreCall.NotFound(http.Request.RouteValues["id"] as string);
        }

        try
        {
            return await inbox.FindAsync(id, http.RequestAborted) is { } record
                ? StoreCall.Json(
                    http.RequestServices.GetRequiredService<DeliveryViews>().Of(record, http.Caller()),
                    ManagementJson.Default.DeliveryView
                )
                : StoreCall.NotFound($"{id}");
        }
        catch (InvalidDataException error) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The list knows some of it, and reads nothing that is damaged or sealed.
            return await new DeliverySearch(inbox).FindAsync(id, http.RequestAborted) is { } known
                ? StoreCall.Json(DeliveryViews.Broken(known, error.Message), ManagementJson.Default.DeliveryView)
                : throw new InvalidDataException(error.Message, error);
        }
    }

    private static async Task<IResult> ActAsync(HttpContext http, string action)
    {
        var inbox = http.RequireInbox();
        var wanted = await http.ReadAsync(StrictJson.Default.DeliveryAction) ?? new DeliveryAction();
        if (http.Id() is not { } id || await new DeliverySearch(inbox).FindAsync(id, http.RequestAborted) is not { } delivery)
        {
            return StoreCall.NotFound(http.Request.RouteValues["id"] as string);
        }

        var one = http.RequestServices.GetRequiredService<OneDelivery>();
        var result = await one.ActAsync(inbox, action, delivery, wanted, http.Caller(), http.RequestAborted);
        return result is null ? StoreCall.NotFound($"{id}") : StoreCall.Json(result, ManagementJson.Default.ActionResult);
    }
}
