using System.Text.RegularExpressions;
using Hooklatch.Description;
using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>The body that a webhook takes.</summary>
internal static class WebhookRequestBody
{
    public static OpenApiRequestBody? Of(WebhookEndpoint webhook, WebhookDescription details, JsonTypeSchemas types, string method) =>
        webhook.BodyUse switch
        {
            BodyUse.Json => Create(isRequired: true, JsonSchema(details, types), "application/json"),
            BodyUse.OptionalJson => Create(isRequired: false, JsonSchema(details, types), "application/json"),
            BodyUse.Form or BodyUse.Files => Form(details),
            BodyUse.Parts => Create(isRequired: true, new OpenApiSchema { Type = JsonSchemaType.Object }, "multipart/form-data"),
            BodyUse.Raw or BodyUse.Stream when method is not ("GET" or "HEAD") => Create(
                isRequired: false,
                ValueSchemas.Binary(),
                "application/octet-stream"
            ),
            _ => null,
        };

    private static OpenApiRequestBody Create(bool isRequired, IOpenApiSchema schema, params string[] mediaTypes) =>
        new() { Required = isRequired, Content = mediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema }) };

    private static IOpenApiSchema JsonSchema(WebhookDescription details, JsonTypeSchemas types) =>
        details.Payload is { } payload ? types.Of(payload) : JsonPathSchemas.Of(details.Json);

    private static OpenApiRequestBody Form(WebhookDescription details)
    {
        var fields = details.Form.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase).ToLookup(IsNumbered);
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = fields[false].ToDictionary(field => field.Name, IOpenApiSchema (field) => ValueSchemas.Of(field)),
            PatternProperties = fields[true].ToDictionary(Pattern, IOpenApiSchema (field) => ValueSchemas.Of(field)),
            Required = fields[false].Where(field => !field.IsOptional).Select(field => field.Name).ToHashSet(),
        };
        // A file is no text, so it needs the parts of a multipart form.
        var needsParts = details.Form.Any(field => field.Type == typeof(IFormFile) && !field.IsOptional);
        return needsParts
            ? Create(isRequired: true, schema, "multipart/form-data")
            : Create(schema.Required.Count > 0, schema, "multipart/form-data", "application/x-www-form-urlencoded");
    }

    /// <summary>Whether the field belongs to one of several objects: <c>items[0].name</c>, <c>items[1].name</c>.</summary>
    private static bool IsNumbered(ValueDescription field) => field.Name.Contains("[*]", StringComparison.Ordinal);

    private static string Pattern(ValueDescription field) =>
        $"^{string.Join(@"\[[0-9]+\]", field.Name.Split("[*]").Select(Regex.Escape))}$";
}
