using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.OpenApi.Tests;

/// <summary>A host in this process, for the time that it takes to get its document.</summary>
internal static class DescribedHost
{
    public static async Task<JsonObject> DocumentAsync(
        PluginManifest plugin,
        Action<IEndpointConventionBuilder>? conventions = null,
        string name = "v1",
        bool isByBuilder = false
    )
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Host" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var hooklatch = builder.Services.AddHooklatch(builder.Configuration, plugin);
        if (isByBuilder)
        {
            hooklatch.AddOpenApiWebhooks(name.ToUpperInvariant());
            builder.Services.AddOpenApi(name);
        }
        else
        {
            builder.Services.AddOpenApi(name, options => options.AddHooklatch());
        }

        await using var app = builder.Build();
        var webhooks = app.MapHooklatch();
        conventions?.Invoke(webhooks);
        app.MapOpenApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var text = await http.GetStringAsync($"/openapi/{name}.json", TestContext.Current.CancellationToken);
        var document = JsonNode.Parse(text)!.AsObject();
        // The port differs from run to run.
        document.Remove("servers");
        return document;
    }

    public static string Text(JsonNode? node) => node?.ToJsonString(Indented) ?? "nothing";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
