using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Overview;
using Hooklatch.Console.Trials;
using Hooklatch.Endpoints;
using Hooklatch.Lifecycle;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Api;

/// <summary>Sends tests to webhooks.</summary>
internal static class TestApi
{
    /// <summary>The largest request, with the body of the test in it.</summary>
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Maps the area.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/test", SendAsync);

    private static async Task SendAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } request)
        {
            return;
        }

        if (Find(http, request) is not { } webhook)
        {
            await ApiAnswer.WriteProblemAsync(http, StatusCodes.Status404NotFound, "This host has no such webhook.");
            return;
        }

        if (request.RunsHandler && !await MayRunAsync(http, request, webhook))
        {
            return;
        }

        var result = await http
            .RequestServices.GetRequiredService<TrialRunner>()
            .RunAsync(webhook, request, http.RequestServices.GetRequiredService<BaseUrl>().Of(http.Request), http.RequestAborted);
        await ApiAnswer.WriteAsync(http, result, ManagementJson.Default.TestResult);
    }

    /// <summary>A handler takes what it gets for real: it is noted before it runs, and who asks must be allowed to, and mean it.</summary>
    private static async Task<bool> MayRunAsync(HttpContext http, TestRequest request, WebhookEndpoint webhook)
    {
        var caller = http.Caller();
        if (!caller.May(ConsoleRole.Operate))
        {
            await ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status403Forbidden,
                "Running the handler needs the role operate.",
                "Without it a test ends once it is verified and bound."
            );
            return false;
        }

        if (!request.IsConfirmed && !http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await ApiAnswer.WriteProblemAsync(
                http,
                StatusCodes.Status400BadRequest,
                "The handler takes the test for a real delivery, such as a payment.",
                "Confirm that it is to run: isConfirmed."
            );
            return false;
        }

        await http
            .RequestServices.GetRequiredService<AuditLog>()
            .WriteAsync(caller, "test", webhook.Plugin.Key + webhook.Template, "runs the handler", http.RequestAborted);
        return true;
    }

    private static WebhookEndpoint? Find(HttpContext http, TestRequest request) =>
        http
            .RequestServices.GetRequiredService<PluginRegistry>()
            .States.Where(plugin => plugin.Scope.Key == request.Plugin)
            .SelectMany(plugin => plugin.Webhooks)
            .FirstOrDefault(webhook => webhook.Template == request.Endpoint);

    private static async Task<TestRequest?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            if (
                await JsonSerializer.DeserializeAsync(http.Request.Body, ManagementJson.Default.TestRequest, http.RequestAborted) is
                { Plugin: not null, Endpoint: not null } request
            )
            {
                return request;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }
        catch (BadHttpRequestException error)
        {
            await ApiAnswer.WriteProblemAsync(http, error.StatusCode, "The request could not be read.", "A test has at most 1 MiB.");
            return null;
        }

        await ApiAnswer.WriteProblemAsync(
            http,
            StatusCodes.Status400BadRequest,
            "The body is no test.",
            """A test is JSON that names the plugin and the endpoint: {"plugin":"acme.shop","endpoint":"/stripe"}."""
        );
        return null;
    }
}
