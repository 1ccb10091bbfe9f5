using Hooklatch.Console.Settings;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>The settings of the host and its plugins, without a secret.</summary>
internal static class ConfigurationApi
{
    /// <summary>Maps the area.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/configuration", ReadAsync);

    private static Task ReadAsync(HttpContext http) =>
        ApiAnswer.WriteAsync(
            http,
            http.RequestServices.GetRequiredService<ConfigurationReader>().Read(),
            ManagementJson.Default.ConfigurationView
        );
}
