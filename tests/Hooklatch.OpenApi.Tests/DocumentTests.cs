using System.Text.Json.Nodes;

namespace Hooklatch.OpenApi.Tests;

public class DocumentTests(WebhookDocument document)
{
    private static readonly string Verified = Repository.PathOf("tests", "Hooklatch.OpenApi.Tests", "sample-host.verified.json");

    /// <summary>What changes here is what every reader of the document sees. On purpose? Then copy the received file over the verified one.</summary>
    [Fact]
    public async Task The_document_of_the_sample_host_is_the_verified_one()
    {
        var received = DescribedHost.Text(await SampleAsync()) + "\n";
        var verified = File.Exists(Verified) ? await File.ReadAllTextAsync(Verified, TestContext.Current.CancellationToken) : "";
        if (verified != received)
        {
            var file = Verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
            await File.WriteAllTextAsync(file, received, TestContext.Current.CancellationToken);
        }

        Assert.Equal(verified, received);
    }

    [Fact]
    public async Task The_builder_of_Hooklatch_adds_the_webhooks_as_the_options_of_the_document_do() =>
        Assert.Equal(
            DescribedHost.Text(await SampleAsync()),
            DescribedHost.Text(await DescribedHost.DocumentAsync(new Generated.dev.sample_webhook.Manifest(), isByBuilder: true))
        );

    [Fact]
    public async Task Both_documents_are_valid_against_the_meta_schema_of_OpenAPI()
    {
        foreach (var valid in new[] { document.Json, await SampleAsync() })
        {
            var result = await OpenApiValidator.ValidateAsync(valid);
            Assert.True(result.ExitCode == 0, result.Errors);
            Assert.Equal("3.1", result.Output.Trim());
        }
    }

    [Fact]
    public async Task A_document_that_is_wrong_is_found_out()
    {
        var broken = document.Json.DeepClone();
        broken["paths"]!["/x"] = JsonNode.Parse("""{ "post": { "parameters": [{ "name": "nowhere" }] } }""");
        Assert.NotEqual(0, (await OpenApiValidator.ValidateAsync(broken)).ExitCode);
    }

    private static Task<JsonObject> SampleAsync() => DescribedHost.DocumentAsync(new Generated.dev.sample_webhook.Manifest());
}
