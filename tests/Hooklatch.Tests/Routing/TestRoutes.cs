using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Routing;

/// <summary>Routes of the plugin's own, as minimal APIs are written.</summary>
internal static class TestRoutes
{
    [PluginServices]
    public static void Configure(IServiceCollection services) => services.AddValidation();

    [PluginRoutes]
    public static void Map(RouteGroupBuilder routes)
    {
        routes.MapGet("/items/{id:int}", (int id, TestConfig config) => $"{config.Greeting} {id}").WithTags("items");
        routes.MapPost("/items", (NewItem item) => TypedResults.Ok(item));
        routes.MapGet("/closed", [Authorize] () => "closed");
    }
}

public sealed record NewItem([property: Range(1, 9)] int Count, [property: Required, StringLength(5)] string Name);

[JsonSerializable(typeof(NewItem))]
internal sealed partial class RouteJson : JsonSerializerContext;
