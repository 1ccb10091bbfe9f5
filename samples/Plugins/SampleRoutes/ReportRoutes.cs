using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SampleWebhook;

namespace SampleRoutes;

/// <summary>Shows the reports that the other sample has received, for a page or a tool: nobody signs such a request, so it is no webhook.</summary>
internal static class ReportRoutes
{
    /// <summary>A route takes what the server takes, 30 MB, unless it says less; anyone may send it.</summary>
    private const long MaxSearchBytes = 4 * 1024;

    [PluginRoutes]
    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/reports", Latest).WithSummary("The latest reports");
        routes
            .MapPost("/reports/search", Search)
            .WithSummary("Reports whose name holds a text")
            .WithMetadata(new RequestSizeLimitAttribute(MaxSearchBytes));
    }

    [PluginServices]
    public static void Configure(IServiceCollection services) => services.AddValidation();

    private static Report[] Latest(IReports reports) => [.. reports.Latest];

    private static Ok<Report[]> Search(ReportSearch search, IReports reports) =>
        TypedResults.Ok(
            reports
                .Latest.Where(report => report.Name.Contains(search.Text, StringComparison.OrdinalIgnoreCase))
                .Take(search.Limit)
                .ToArray()
        );
}

/// <summary>What to look for.</summary>
public sealed record ReportSearch(
    [property: Required, StringLength(100, MinimumLength = 2)] string Text,
    [property: Range(1, 20)] int Limit = 10
);

[JsonSerializable(typeof(Report[]))]
[JsonSerializable(typeof(ReportSearch))]
internal sealed partial class RoutesJson : JsonSerializerContext;
