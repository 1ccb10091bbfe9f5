using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Console.Page;

/// <summary>The page: an index and its files, from a table, and nothing else.</summary>
internal static class ConsolePage
{
    /// <summary>How the route of the page ends.</summary>
    public const string CatchAll = "/{**file}";

    private const string Index = "index.html";

    public static void Map(IEndpointRouteBuilder page) =>
        page.MapMethods(CatchAll, [HttpMethods.Get, HttpMethods.Head], ServeAsync).WithMetadata(ConsolePart.Page);

    private static Task ServeAsync(HttpContext http)
    {
        var file = http.Request.RouteValues["file"] as string ?? "";
        if (file.Length == 0 && !http.Request.Path.Value!.EndsWith('/'))
        {
            // The index names its files by paths that are relative to its directory.
            http.Response.StatusCode = StatusCodes.Status302Found;
            http.Response.Headers.Location = $"{(http.Request.PathBase + http.Request.Path).ToUriComponent()}/{http.Request.QueryString}";
            return Task.CompletedTask;
        }

        if (PageAssets.All.TryGetValue(file.Length == 0 ? Index : file, out var asset))
        {
            return asset.WriteAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
