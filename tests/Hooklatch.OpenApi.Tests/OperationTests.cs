using Hooklatch.Generated.test.described;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.OpenApi.Tests;

public class OperationTests(WebhookDocument document)
{
    [Fact]
    public void An_operation_has_the_name_and_the_description_of_its_webhook()
    {
        var operation = document.Operation("/values/{tenant}/{number}", "get");
        Assert.Equal("Values", (string?)operation["summary"]);
        Assert.Equal("Takes values.", (string?)operation["description"]);
        Assert.Equal("test.described.RequestHooks_Values", (string?)operation["operationId"]);
        WebhookDocument.Same("""["test.described"]""", operation["tags"]);
    }

    [Fact]
    public void The_plugin_is_a_tag() =>
        WebhookDocument.Same(
            """{ "name": "test.described", "description": "Described: Has a webhook of every kind." }""",
            document.Json["tags"]!.AsArray().Single(tag => (string?)tag!["name"] == "test.described")
        );

    [Fact]
    public void No_two_operations_share_an_id()
    {
        var ids = document.Json["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => (string)operation.Value!["operationId"]!)
            .ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("test.described.AnswerHooks_Exact.head", ids);
    }

    [Theory]
    [InlineData("/methods", "post")]
    // POST is another handler's, and OpenAPI 3.1 has no place for PURGE.
    [InlineData("/methods/besides", "post,put")]
    // As it is matched: with its empty segment and its trailing slash.
    [InlineData("/exact//path/", "patch,head")]
    public void A_webhook_is_described_by_its_exact_path_and_its_methods(string endpoint, string methods) =>
        Assert.Equal(methods, string.Join(',', document.Methods(endpoint)));

    [Theory]
    [InlineData("/verified/timed", """[{ "test.described.X-Signature.2": [], "test.described.X-Timestamp": [] }]""")]
    [InlineData("/verified/plain", """[{ "test.described.X-Signature": [] }]""")]
    [InlineData("/verified/header", """[{ "test.described.X-Token": [] }]""")]
    [InlineData("/verified/query", """[{ "test.described.token": [] }]""")]
    [InlineData("/typed", "[]")]
    public void An_operation_requires_all_credentials_of_its_webhook(string endpoint, string expected) =>
        WebhookDocument.Same(expected, document.Operation(endpoint)["security"]);

    [Theory]
    [InlineData("X-Signature", "header", "X-Signature", "HMAC-SHA256 in X-Signature")]
    [InlineData("X-Signature.2", "header", "X-Signature", "HMAC-SHA512 in X-Signature")]
    [InlineData("token", "query", "token", "token in the query (token)")]
    public void A_credential_is_an_api_key_in_its_place(string id, string place, string name, string description) =>
        WebhookDocument.Same(
            $$"""{ "type": "apiKey", "in": "{{place}}", "name": "{{name}}", "description": "{{description}}" }""",
            document.Json["components"]!["securitySchemes"]!["test.described." + id]
        );

    [Fact]
    public async Task Conventions_choose_the_document_and_the_words()
    {
        var named = await DescribedHost.DocumentAsync(new Manifest(), Conventions, "inner");
        var operation = Assert.Single(named["paths"]!.AsObject()).Value!["get"]!;
        Assert.Equal("Chosen", (string?)operation["summary"]);
        WebhookDocument.Same("""["chosen"]""", operation["tags"]);

        static void Conventions(IEndpointConventionBuilder webhooks) =>
            webhooks.Add(endpoint =>
            {
                var path = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!;
                endpoint.Metadata.Add(new EndpointSummaryAttribute("Chosen"));
                endpoint.Metadata.Add(new TagsAttribute("chosen"));
                endpoint.Metadata.Add(
                    path.EndsWith("/answers/text", StringComparison.Ordinal) ? new EndpointGroupNameAttribute("inner")
                    : path.EndsWith("/answers/node", StringComparison.Ordinal) ? new EndpointGroupNameAttribute("other")
                    : new ExcludeFromDescriptionAttribute()
                );
            });
    }
}
