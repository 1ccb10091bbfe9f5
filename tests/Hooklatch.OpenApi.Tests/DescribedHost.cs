using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

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
        await using var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                ApplicationName = "Host",
                Configure = builder =>
                {
                    // What the sample plugin takes, as the sample host adds it.
                    var hooklatch = builder.Services.AddHooklatch(builder.Configuration, plugin).AddChatSessions().AddInbox();
                    builder.Services.AddSingleton<IInboxStore>(new InMemoryInboxStore());
                    if (isByBuilder)
                    {
                        hooklatch.AddOpenApiWebhooks(name.ToUpperInvariant());
                        builder.Services.AddOpenApi(name);
                    }
                    else
                    {
                        builder.Services.AddOpenApi(name, options => options.AddHooklatch());
                    }
                },
                Use = app =>
                {
                    var webhooks = app.MapHooklatch();
                    conventions?.Invoke(webhooks);
                    app.MapOpenApi();
                },
            }
        );
        using var http = new HttpClient { BaseAddress = host.Http1 };
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
