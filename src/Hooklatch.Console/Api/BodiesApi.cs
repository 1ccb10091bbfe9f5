using System.Globalization;
using Hooklatch.Bodies.Forms;
using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Bodies;
using Hooklatch.Console.Bodies.Drift;
using Hooklatch.Console.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Bodies: for people with secrets masked, and as the exact bytes.</summary>
internal static class BodiesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        StoreCall.Map(api, "GET", "/deliveries/{id}/body", ConsoleRole.Bodies, ShowAsync);
        StoreCall.Map(api, "GET", "/deliveries/{id}/body/raw", ConsoleRole.Bodies, DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } item)
        {
            return StoreCall.NotFound(http.Request.RouteValues["id"] as string);
        }

        var handlers = http.RequestServices.GetRequiredService<HandlerChoice>();
        var details = WorkName.IsJob(item.Endpoint) ? null : StoredFormat.TryRead(item);
        var endpoint = details is null ? null : handlers.EndpointOf(item, details);
        var bytes = item.Payload ?? item.Body;
        var viewer = new BodyViewer(new SecretNames(HandlerChoice.HarmlessNames(endpoint)));
        var view = await viewer.ShowAsync(bytes, item.Payload is null ? details?.ContentType : null, http.RequestAborted);
        return StoreCall.Json(
            view with
            {
                IsPayload = item.Payload is not null,
                Drift =
                    view.Kind is "json" && endpoint?.HandlerOf(item.Event, item.EventAction) is { } handler
                        ? BodyDrift.Of(bytes.Span, handler)
                        : null,
            },
            ManagementJson.Default.BodyView
        );
    }

    private static async Task<IResult> DownloadAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } item || http.Id() is not { } id)
        {
            return StoreCall.NotFound(http.Request.RouteValues["id"] as string);
        }

        await http
            .RequestServices.GetRequiredService<AuditLog>()
            .WriteAsync(
                http.Caller(),
                "download",
                string.Create(CultureInfo.InvariantCulture, $"delivery {id}"),
                item.Plugin + WorkName.AfterPlugin(item.Endpoint),
                http.RequestAborted
            );
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        // The name is made of the id alone: nothing of it is the sender's.
        var name = string.Create(CultureInfo.InvariantCulture, $"delivery-{id}.{ExtensionOf(item)}");
        return TypedResults.Bytes(item.Body, "application/octet-stream", name);
    }

    private static string ExtensionOf(InboxItem item)
    {
        var type = WorkName.IsJob(item.Endpoint) ? "application/json" : StoredFormat.TryRead(item)?.ContentType ?? "";
        return type.Contains("json", StringComparison.OrdinalIgnoreCase) ? "json"
            : FormMediaType.IsForm(type) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? "txt"
            : "bin";
    }

    private static async ValueTask<InboxItem?> FindAsync(HttpContext http) =>
        http.Inbox() is { } inbox && http.Id() is { } id ? (await inbox.FindAsync(id, http.RequestAborted))?.Item : null;
}
