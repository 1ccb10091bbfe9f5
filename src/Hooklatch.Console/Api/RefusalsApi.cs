using Hooklatch.Console.Answers;
using Hooklatch.Console.Deliveries;
using Hooklatch.Deliveries;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Deliveries that the host refused, and what their senders can do.</summary>
internal static class RefusalsApi
{
    private const int MaxSize = 200;
    private const int DefaultSize = 50;

    public static void Map(IEndpointRouteBuilder api) => StoreCall.Map(api, "GET", "/refusals", ConsoleRole.Read, ListAsync);

    private static Task<IResult> ListAsync(HttpContext http)
    {
        var query = new QueryText(http.Request.Query);
        query.AllowOnly("plugin", "endpoint", "before", "size");
        var (plugin, endpoint) = (query.Text("plugin"), query.Text("endpoint"));
        var (before, size) = (query.Id("before"), query.Size("size", MaxSize, DefaultSize));
        if (endpoint is not null && plugin is null)
        {
            throw new BadInputException("The parameter 'endpoint' is one of a plugin: give 'plugin' as well.");
        }

        // One more says whether there are more.
        var found = http.RequestServices.GetService<IRefusalLog>()?.Read(plugin, endpoint, before, size + 1) ?? [];
        var page = new RefusalPage { Refusals = RefusalRows.Of(found.Take(size)), Next = found.Count > size ? found[size - 1].Id : null };
        return Task.FromResult(StoreCall.Json(page, ManagementJson.Default.RefusalPage));
    }
}
