using System.Text.Json.Nodes;
using Hooklatch.Generated.test.described;
using Hooklatch.OpenApi.Tests;

[assembly: AssemblyFixture(typeof(WebhookDocument))]

namespace Hooklatch.OpenApi.Tests;

/// <summary>The document of this assembly's own plugin.</summary>
public sealed class WebhookDocument : IAsyncLifetime
{
    private const string Prefix = "/api/plugin/test.described/webhook";

    public JsonObject Json { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Json = await DescribedHost.DocumentAsync(new Manifest());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The methods that are described for an endpoint.</summary>
    public string[] Methods(string endpoint) => [.. Json["paths"]![Prefix + endpoint]!.AsObject().Select(operation => operation.Key)];

    public JsonNode Operation(string endpoint, string method = "post") => Json["paths"]![Prefix + endpoint]![method]!;

    public JsonNode? Parameter(string endpoint, string method, string name) =>
        Operation(endpoint, method)["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == name);

    public JsonNode? Body(string endpoint, string mediaType) => Operation(endpoint)["requestBody"]!["content"]![mediaType]!["schema"];

    public JsonNode? Schema(string name) => Json["components"]!["schemas"]![name];

    /// <summary>Compares documents by value; the message shows both.</summary>
    public static void Same(string expected, JsonNode? actual)
    {
        var wanted = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(wanted, actual))
        {
            Assert.Equal(DescribedHost.Text(wanted), DescribedHost.Text(actual));
        }
    }
}
